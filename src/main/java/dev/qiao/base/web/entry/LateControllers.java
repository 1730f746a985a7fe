package dev.qiao.base.web.entry;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

/** A controller is made when its first request comes; its routes are known from its class. A start does not wait for three hundred. */
@Configuration(proxyBeanMethods = false)
class LateControllers {
    @Bean
    static BeanFactoryPostProcessor controllersAreMadeWhenAsked() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames()) {
                var bean = beans.getBeanDefinition(name);
                if (bean instanceof AnnotatedBeanDefinition known
                        && known.getMetadata().isAnnotated(Controller.class.getName())) bean.setLazyInit(true);
            }
        };
    }
}

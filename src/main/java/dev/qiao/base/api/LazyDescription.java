package dev.qiao.base.api;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes the description of the API is not made before somebody asks for it: it would cost each start half a second. */
@Configuration(proxyBeanMethods = false)
class LazyDescription {
    @Bean
    static BeanFactoryPostProcessor describersAreLazy() {
        return beans -> {
            for (var name : beans.getBeanDefinitionNames()) {
                var bean = beans.getBeanDefinition(name);
                if (String.valueOf(bean.getFactoryBeanName()).startsWith("org.springdoc")) bean.setLazyInit(true);
            }
        };
    }
}

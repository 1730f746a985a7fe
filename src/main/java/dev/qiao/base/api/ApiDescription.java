package dev.qiao.base.api;

import dev.qiao.base.Me;
import dev.qiao.base.web.Open;
import dev.qiao.base.web.Page;
import org.springdoc.core.converters.ModelConverterRegistrar;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.bind.annotation.RestController;

/** The OpenAPI description at {@code /api/v1/openapi.json}, read off the controllers when it is first asked for. */
@Open
@Lazy
@RestController
class ApiDescription extends OpenApiWebMvcResource {
    /** @param converters is not used, but what it registers is */
    ApiDescription(
            ModelConverterRegistrar converters,
            ObjectFactory<OpenAPIService> description,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties properties,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(description, requests, responses, operations, properties, providers, customizers);
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Me.class, Page.class, Paging.class, IfMatch.class);
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The framework's servlet, which takes nothing by the live connection of pages.
@Configuration(proxyBeanMethods = false)
class PageServlet {

    @Bean
    static BeanPostProcessor nothingByPush() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> registration
                        && registration.getServlet() instanceof SpringServlet) {
                    registration.addInitParameter(
                            ApplicationConfig.ATMOSPHERE_INTERCEPTORS,
                            NothingByPush.class.getName());
                }
                return bean;
            }
        };
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the framework's servlet refuse what comes in by the live connection of pages.
@Configuration(proxyBeanMethods = false)
class PagesTakeNothingByPush {

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

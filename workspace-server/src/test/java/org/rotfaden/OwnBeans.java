package org.rotfaden;

import java.beans.Introspector;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

/// Components that a test makes anew, with which those of the workspace have nothing to do; what is
/// not made here is the workspace's.
public final class OwnBeans {

    private final DefaultListableBeanFactory beans;

    public OwnBeans(ApplicationContext workspace) {
        beans = new DefaultListableBeanFactory(workspace);
        beans.registerResolvableDependency(ApplicationEventPublisher.class, workspace);
    }

    /// Takes one that is there.
    public void put(String name, Object bean) {
        beans.registerSingleton(name, bean);
    }

    /// Has them made when they are needed.
    public void make(Class<?>... kinds) {
        for (Class<?> kind : kinds) {
            var definition = new RootBeanDefinition(kind);
            definition.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR);
            beans.registerBeanDefinition(
                    Introspector.decapitalize(kind.getSimpleName()), definition);
        }
    }

    public <T> T get(Class<T> kind) {
        return beans.getBean(kind);
    }
}

package org.rotfaden.realtime.bus;

class InProcessBusTests implements BusContract {

    @Override
    public Bus bus() {
        return new InProcessBus();
    }
}

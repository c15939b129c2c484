package org.rotfaden.realtime.bus;

class InProcessUpdateBusTests implements UpdateBusContract {

    @Override
    public UpdateBus bus() {
        return new InProcessUpdateBus();
    }
}

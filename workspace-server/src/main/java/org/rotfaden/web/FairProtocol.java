package org.rotfaden.web;

import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;
import org.rotfaden.members.Whence;

/// HTTP/1.1 as Tomcat speaks it, with a share of the connections for each network. The last quarter
/// of all is for those that have fewer than the largest network, the last sixteenth for those that
/// have few: whoever opens many and says nothing, from one network or from several, keeps out
/// nobody but her neighbours. Tomcat makes it by its name.
public final class FairProtocol extends Http11NioProtocol {

    private final FairEndpoint fair;

    public FairProtocol() {
        this(new FairEndpoint());
    }

    private FairProtocol(FairEndpoint endpoint) {
        super(endpoint);
        this.fair = endpoint;
    }

    /// @param share how many connections one network may have; the others are closed at once
    void setShare(int share) {
        fair.share = share;
    }

    /// @param few how many one network may have that gets one of the last sixteenth
    void setFew(int few) {
        fair.few = few;
    }

    /// What counts is confined to the thread that accepts.
    private static final class FairEndpoint extends NioEndpoint {

        /// How old a count may be; what came since is added to it.
        private static final Duration COUNTED = Duration.ofMillis(250);

        private volatile int few = Integer.MAX_VALUE;
        private volatile int share = Integer.MAX_VALUE;
        private Map<String, Integer> ofNetworks = new HashMap<>();
        private long countedAt;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (isTooMany(socket)) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private boolean isTooMany(SocketChannel socket) {
            int most = getMaxConnections();
            long left = most - getConnectionCount();
            boolean isCalm = share >= most || left >= most / 4;
            if (isCalm && getConnectionCount() <= share) {
                return false;
            }
            if (System.nanoTime() - countedAt > COUNTED.toNanos()) {
                count();
            }
            int mostOfOne = isCalm ? share : Math.min(share, mostNow(left < most / 16));
            boolean isTooMany = ofNetworks.getOrDefault(network(socket), 0) >= mostOfOne;
            if (!isTooMany) {
                ofNetworks.merge(network(socket), 1, Integer::sum);
            }
            return isTooMany;
        }

        /// In the last quarter whoever has as many as the largest network gets no more.
        private int mostNow(boolean areFewLeft) {
            int largest = ofNetworks.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return areFewLeft ? few : Math.max(few, largest);
        }

        private void count() {
            countedAt = System.nanoTime();
            ofNetworks = new HashMap<>();
            connections.keySet().forEach(open -> ofNetworks.merge(network(open), 1, Integer::sum));
        }

        private static String network(SocketChannel socket) {
            InetAddress address = socket.socket().getInetAddress();
            return address == null ? "" : Whence.network(address.getHostAddress());
        }
    }
}

package org.rotfaden.realtime.bus;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a connection to Redis that brings something larger than any node says, before all of it is
/// there: whoever may publish on that Redis must not fill this memory. Understands of its protocol
/// (RESP 2 and 3) what has a length: lines that begin with `$`, `=` or `!`.
final class LargestReply extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(LargestReply.class);

    /// In bytes.
    private static final long LARGEST = 2L * WireFormat.LARGEST;

    private static final int LONGEST_LINE = 64 << 10;
    private static final int NOTHING = -1;

    private static final int END_OF_LINE = 2;

    /// How many bytes of what has a length are still to come, with the end of line behind it.
    private long skipped;

    /// What the line begins with, or [#NOTHING] before it does.
    private int kind = NOTHING;

    private long number;
    private int lineLength;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof ByteBuf bytes && isTooLarge(bytes)) {
            log.warn("Somebody says more on this Redis than any node does; the connection ends");
            bytes.release();
            var _ = context.close();
            return;
        }
        super.channelRead(context, message);
    }

    /// Looks at bytes that follow those before, and leaves them unread.
    boolean isTooLarge(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (skipped > 0) {
                int some = (int) Math.min(skipped, bytes.writerIndex() - at);
                skipped -= some;
                at += some;
            } else if (take(bytes.getByte(at++))) {
                return true;
            }
        }
        return false;
    }

    private boolean take(byte next) {
        if (kind == NOTHING) {
            kind = next;
            number = 0;
            lineLength = 0;
        } else if (next == '\n') {
            boolean hasLength = kind == '$' || kind == '=' || kind == '!';
            kind = NOTHING;
            skipped = hasLength && number > 0 ? number + END_OF_LINE : 0;
            return number > LARGEST && hasLength;
        } else if (next >= '0' && next <= '9') {
            number = Math.min(number * 10 + next - '0', Integer.MAX_VALUE);
        } else if (next == '-') {
            kind = '-';
        }
        return ++lineLength > LONGEST_LINE;
    }
}

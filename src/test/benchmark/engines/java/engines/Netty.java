package engines;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Netty with its native epoll transport, one event loop that also keeps the time; no codec but the one that all engines share. */
final class Netty implements Engine {
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    private final ArrayDeque<Channel> free = new ArrayDeque<>();
    private final Runnable onTime = this::send;
    private final ByteBuf request;
    private Arrivals arrivals = new Arrivals(0, 0);
    private CountDownLatch done = new CountDownLatch(0);
    private int next;
    private boolean waiting;

    Netty(InetSocketAddress server, int connections) throws Exception {
        request = Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes(Connection.request(server)));
        loop.submit(Pacing::sharpTimers).sync();
        for (int i = 0; i < connections; i++) {
            Handler handler = new Handler();
            free.push(new Bootstrap().group(loop).channel(EpollSocketChannel.class).option(ChannelOption.TCP_NODELAY, true).handler(handler)
                    .connect(server).sync().channel());
        }
    }

    @Override
    public void play(Arrivals arrivals) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        loop.execute(() -> {
            this.arrivals = arrivals;
            done = over;
            next = 0;
            send();
        });
        over.await();
    }

    /** Sends what is due and asks the event loop to be called for the next. */
    private void send() {
        waiting = false;
        while (next < arrivals.count()) {
            long left = arrivals.due(next) - System.nanoTime();
            if (left > 0) {
                loop.next().schedule(onTime, left, TimeUnit.NANOSECONDS);
                return;
            }
            if (free.isEmpty()) {
                waiting = true;
                return;
            }
            Channel channel = free.pop();
            channel.pipeline().get(Handler.class).arrival = next;
            arrivals.sent(next++);
            channel.writeAndFlush(request.duplicate(), channel.voidPromise());
        }
    }

    /** What one connection waits for. */
    private final class Handler extends ChannelInboundHandlerAdapter {
        private int arrival;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ByteBuf bytes = (ByteBuf) message;
            java.nio.ByteBuffer buffer = bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes());
            if (!Answer.whole(buffer, buffer.position(), buffer.limit())) {
                throw new IllegalStateException("an answer in pieces, which the server of this trial does not send");
            }
            bytes.release();
            arrivals.answered(arrival);
            free.push(context.channel());
            if (arrivals.allAnswered()) {
                done.countDown();
            } else if (waiting) {
                send();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            cause.printStackTrace();
            System.exit(1);
        }
    }
}

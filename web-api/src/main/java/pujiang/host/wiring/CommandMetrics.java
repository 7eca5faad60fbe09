package pujiang.host.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.refusal.Refused;
import pujiang.trade.TradeCommand;

/** Times every command by kind and outcome, and writes the trade's id into each log line while one of its commands runs. */
@Component
class CommandMetrics implements MessageHandlerInterceptor<CommandMessage<?>>, SmartInitializingSingleton {

    private static final String DONE = "done";
    private static final String UNDONE = "undone";

    private final CommandBus bus;
    private final MeterRegistry meters;

    CommandMetrics(CommandBus bus, MeterRegistry meters) {
        this.bus = bus;
        this.meters = meters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var _ = bus.registerHandlerInterceptor(this);
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        var command = unitOfWork.getMessage().getPayload();
        var before = MDC.get("trade");
        if (command instanceof TradeCommand trade)
            MDC.put("trade", trade.trade().value());
        var began = System.nanoTime();
        var outcome = "failed";
        try {
            var result = chain.proceed();
            outcome = DONE;
            return result;
        } catch (Refused refused) {
            outcome = refused.refusal().code();
            throw refused;
        } catch (LockAcquisitionFailedException taken) {
            outcome = UNDONE;
            throw taken;
        } finally {
            count(command, outcome, System.nanoTime() - began);
            if (before == null) MDC.remove("trade");
            else MDC.put("trade", before);
        }
    }

    /** What is done counts as that when it is committed, and as undone otherwise. */
    private void count(Object command, String outcome, long nanos) {
        if (!outcome.equals(DONE) || !TransactionSynchronizationManager.isSynchronizationActive()) {
            timer(command, outcome).record(nanos, TimeUnit.NANOSECONDS);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                timer(command, status == STATUS_COMMITTED ? DONE : UNDONE).record(nanos, TimeUnit.NANOSECONDS);
            }
        });
    }

    /** The outcomes are few: every refusal has one code. */
    private Timer timer(Object command, String outcome) {
        return Timer.builder("pujiang.commands")
                .description("Commands by kind and outcome")
                .tag("command", command.getClass().getSimpleName())
                .tag("outcome", outcome)
                .register(meters);
    }
}

package dev.qiao.base;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes whoever waits, on this node. A ring between looking and waiting is not lost. */
public final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long rung;

    public void ring() {
        lock.lock();
        try {
            rung++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has rung: remember it before looking for work. */
    public long rung() {
        lock.lock();
        try {
            return rung;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it has rung since {@code heard}, at most so long. */
    public void await(long heard, Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (rung == heard && left > 0) left = changed.awaitNanos(left);
        } finally {
            lock.unlock();
        }
    }
}

/** An answer that takes longer than this means that the line is too slow, in ms. */
const SLOW = 4000;

/** Who then gives no sign of life for this long is gone, in ms. */
const GONE = 6000;

/** What a slow line takes in a millisecond at least, in bytes: what is under way holds every answer up. */
const SLOWEST = 16;

/** Who hears how a visit goes. */
export interface VisitListener {
    /** An answer is overdue. A server that is only busy gives a sign of life when it is asked for one. */
    onOverdue(): void;
    /** Nothing came any more, not even a sign of life. */
    onGone(): void;
}

/** What was said and heard since the server was reached the last time. */
export class Visit {
    /** Whether the server was told all that the document held. */
    told = false;
    /** Whether the device was searched for what other tabs left. */
    searched = false;
    /** Whether an answer is overdue. */
    slow = false;
    private answered = false;
    private outstanding = 0;
    private bytes = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly listener: VisitListener) {}

    /** Whether all is said and answered. */
    get isDone(): boolean {
        return this.answered && this.searched && this.outstanding === 0;
    }

    /** There is a line; the server is expected to speak. */
    begin(): void {
        if (this.timer === undefined) this.wait();
    }

    said(bytes: number): void {
        this.outstanding++;
        this.bytes += bytes;
        this.begin();
    }

    heard(): void {
        this.outstanding--;
        this.answered = true;
        this.end();
        if (this.outstanding > 0) {
            this.wait();
        } else {
            this.bytes = 0;
            this.slow = false;
        }
    }

    /** The server said anything at all. */
    lives(): void {
        if (!this.slow || this.timer === undefined) return;
        this.end();
        this.wait();
    }

    end(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
    }

    private wait(): void {
        this.timer = setTimeout(() => {
            this.slow = true;
            this.timer = setTimeout(() => this.listener.onGone(), GONE + this.bytes / SLOWEST);
            this.listener.onOverdue();
        }, SLOW);
    }
}

/** An answer that takes longer than this means that the line is too slow, in ms. */
const SLOW = 4000;

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
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly changed: () => void) {}

    /** Whether all is said and answered. */
    get isDone(): boolean {
        return this.answered && this.searched && this.outstanding === 0;
    }

    said(): void {
        this.outstanding++;
        this.timer ??= this.wait();
    }

    heard(): void {
        this.outstanding--;
        this.answered = true;
        clearTimeout(this.timer);
        this.timer = undefined;
        if (this.outstanding > 0) this.timer = this.wait();
        else this.slow = false;
    }

    end(): void {
        clearTimeout(this.timer);
    }

    private wait(): ReturnType<typeof setTimeout> {
        return setTimeout(() => {
            this.slow = true;
            this.changed();
        }, SLOW);
    }
}

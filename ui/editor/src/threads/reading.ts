import { type Post } from './model.ts';

/** So long a post has to be in sight until it is read, and what is read is gathered, in ms. */
const GLANCE = 800;
const GATHERED = 1500;

/** How much of a post has to be in sight, unless it is larger than half of the window. */
const ENOUGH = 0.6;

/** Watches which posts somebody has before her eyes, and tells up to which moment she has read. */
export class Reading {
    private readonly since = new Map<Element, number>();
    private observer: IntersectionObserver | undefined;
    private readTo = '';
    private timer: ReturnType<typeof setTimeout> | undefined;

    /**
     * @param postOf the post that an element shows
     * @param tell hears the moment of the newest post that is read, in ISO 8601
     * @param seen called when what is in sight has changed
     */
    constructor(
        private readonly postOf: (element: Element) => Post | undefined,
        private readonly tell: (moment: string) => void,
        private readonly seen: () => void,
    ) {}

    begin(elements: Iterable<Element>): void {
        this.observer = new IntersectionObserver((entries) => this.glance(entries), {
            threshold: [0, ENOUGH],
        });
        for (const element of elements) this.observer.observe(element);
        document.addEventListener('visibilitychange', this.look);
    }

    end(): void {
        document.removeEventListener('visibilitychange', this.look);
        this.forget();
        this.tellNow();
    }

    watch(element: Element): void {
        this.observer?.observe(element);
    }

    /** Nothing that was watched is there any more. */
    forget(): void {
        this.observer?.disconnect();
        this.since.clear();
    }

    isInSight(element: Element): boolean {
        return this.since.has(element);
    }

    private glance(entries: readonly IntersectionObserverEntry[]): void {
        for (const { target, isIntersecting, intersectionRatio, boundingClientRect } of entries) {
            const isLarge = boundingClientRect.height > innerHeight / 2;
            if (!isIntersecting || (intersectionRatio < ENOUGH && !isLarge)) this.since.delete(target);
            else if (!this.since.has(target)) this.since.set(target, Date.now());
        }
        setTimeout(this.look, GLANCE);
    }

    private readonly look = (): void => {
        if (document.visibilityState !== 'visible') return;
        for (const [element, since] of this.since) {
            const post = this.postOf(element);
            if (!post?.unread || Date.now() - since < GLANCE || post.at.iso <= this.readTo) continue;
            this.readTo = post.at.iso;
            this.timer ??= setTimeout(() => this.tellNow(), GATHERED);
        }
        this.seen();
    };

    private tellNow(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
        if (this.readTo !== '') this.tell(this.readTo);
    }
}

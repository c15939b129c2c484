//! How much memory the library holds: documents lie outside of the Java heap, so that nobody else
//! can say it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::sync::atomic::{AtomicIsize, Ordering};

static HELD: AtomicIsize = AtomicIsize::new(0);

thread_local! {
    /// What the call of this thread has taken and given back so far.
    static OF_THIS_CALL: Cell<isize> = const { Cell::new(0) };
}

/// In bytes, for all documents together, without the calls that are under way.
pub fn held() -> isize {
    HELD.load(Ordering::Relaxed)
}

/// A call from the Java side. All that it took is counted once it ends: threads that allocate at
/// the same time do not get in each other's way.
pub struct Call;

impl Drop for Call {
    fn drop(&mut self) {
        HELD.fetch_add(OF_THIS_CALL.take(), Ordering::Relaxed);
    }
}

fn count(bytes: isize) {
    let _ = OF_THIS_CALL.try_with(|sum| sum.set(sum.get() + bytes));
}

struct Counting;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        counted(unsafe { System.alloc(layout) }, layout.size())
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        counted(unsafe { System.alloc_zeroed(layout) }, layout.size())
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let moved = counted(unsafe { System.realloc(place, layout, size) }, size);
        if !moved.is_null() {
            count(-(layout.size() as isize));
        }
        moved
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) };
        count(-(layout.size() as isize));
    }
}

fn counted(place: *mut u8, size: usize) -> *mut u8 {
    if !place.is_null() {
        count(size as isize);
    }
    place
}

//! How much memory the library holds: documents lie outside of the Java heap, so that nobody else
//! can say it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

static HELD: AtomicUsize = AtomicUsize::new(0);

/// In bytes, for all documents together and what is under way.
pub fn held() -> usize {
    HELD.load(Ordering::Relaxed)
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
            HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        }
        moved
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        unsafe { System.dealloc(place, layout) };
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
    }
}

fn counted(place: *mut u8, size: usize) -> *mut u8 {
    if !place.is_null() {
        HELD.fetch_add(size, Ordering::Relaxed);
    }
    place
}

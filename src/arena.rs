//! Memory for a command that ends soon: the first of it comes from one block, in order, and little of it is given back before the end.
//!
//! A lookup makes some four hundred small allocations. A general allocator sorts each by its size, keeps lists of what is free, and joins
//! neighbours, to be ready for a long life that a lookup does not have: an eighth of its instructions. What the block cannot hold, and
//! all that comes when it is full, is from the system's allocator, so that a long scan has that one's economy.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::ptr::{copy_nonoverlapping, write_bytes};
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed};

/// The bytes of the block: what a lookup and a list need.
const SIZE: usize = 64 * 1024;
/// The bytes at whose multiples everything in the block begins.
const ALIGN: usize = 16;
/// The most bytes that one allocation takes of the block.
const LARGEST: usize = SIZE / 4;

/// An allocator, to be the program's `#[global_allocator]`.
#[repr(C, align(16))]
pub struct Arena {
    block: UnsafeCell<MaybeUninit<[u8; SIZE]>>,
    /// How much of the block is handed out. Threads at the end of it may count beyond the end, but get nothing there.
    used: AtomicUsize,
}

// SAFETY: `used` alone says who owns which part of the block, and it is changed atomically. Who takes what another thread gave back
// sees that one done with it.
unsafe impl Sync for Arena {}

impl Arena {
    /// An empty one.
    pub const fn new() -> Self {
        Self { block: UnsafeCell::new(MaybeUninit::uninit()), used: AtomicUsize::new(0) }
    }

    /// The next part of the block, if the rest of it is large enough.
    fn take(&self, layout: Layout) -> Option<*mut u8> {
        let size = taken(layout.size());
        if layout.size() > LARGEST || layout.align() > ALIGN || self.used.load(Relaxed) + size > SIZE {
            return None;
        }
        let start = self.used.fetch_add(size, Acquire);
        (start + size <= SIZE).then(|| self.block.get().cast::<u8>().wrapping_add(start))
    }

    /// Where in the block an allocation begins; none when the system made it.
    fn start(&self, allocation: *mut u8) -> Option<usize> {
        let start = allocation.addr().wrapping_sub(self.block.get().addr());
        (start < SIZE).then_some(start)
    }

    /// Makes the newest allocation, which begins at `start`, as large as asked; false when it is not the newest or there is no room.
    fn resize(&self, start: usize, old: usize, new: usize) -> bool {
        let (old, new) = (start + taken(old), start + taken(new));
        new <= SIZE && self.used.compare_exchange(old, new, AcqRel, Relaxed).is_ok()
    }
}

impl Default for Arena {
    fn default() -> Self {
        Self::new()
    }
}

/// The bytes of the block that an allocation takes.
fn taken(size: usize) -> usize {
    size.next_multiple_of(ALIGN)
}

// SAFETY: `take` hands out each byte of the block once, until its owner gives it back by `resize`, and keeps within the
// block; what is not in the block is the system's, which gets it back with the layout that it was asked for.
unsafe impl GlobalAlloc for Arena {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promise, passed on.
        self.take(layout).unwrap_or_else(|| unsafe { System.alloc(layout) })
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        match self.take(layout) {
            Some(allocation) => {
                // SAFETY: so much has just been taken. It may have been used before.
                unsafe { write_bytes(allocation, 0, layout.size()) };
                allocation
            }
            // SAFETY: the caller's promise, passed on.
            None => unsafe { System.alloc_zeroed(layout) },
        }
    }

    unsafe fn dealloc(&self, allocation: *mut u8, layout: Layout) {
        match self.start(allocation) {
            Some(start) => _ = self.resize(start, layout.size(), 0),
            // SAFETY: the caller's promise, passed on: it is the system's.
            None => unsafe { System.dealloc(allocation, layout) },
        }
    }

    unsafe fn realloc(&self, allocation: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        let Some(start) = self.start(allocation) else {
            // SAFETY: the caller's promise, passed on: it is the system's.
            return unsafe { System.realloc(allocation, layout, size) };
        };
        if taken(size) == taken(layout.size()) || self.resize(start, layout.size(), size) {
            return allocation;
        }
        // SAFETY: the caller promises that the size does not overflow when rounded up to the alignment, and that both places are its own.
        unsafe {
            let moved = self.alloc(Layout::from_size_align_unchecked(size, layout.align()));
            if !moved.is_null() {
                copy_nonoverlapping(allocation, moved, layout.size().min(size));
            }
            moved
        }
    }
}

#[cfg(test)]
mod tests {
    use std::alloc::{GlobalAlloc, Layout};
    use std::collections::BTreeMap;

    use super::{ALIGN, Arena, LARGEST, SIZE};

    /// An arena whose allocations are each filled with a byte of their own, which nothing else may change.
    #[derive(Default)]
    struct Watched {
        arena: Box<Arena>,
        held: BTreeMap<*mut u8, (Layout, u8)>,
        count: u8,
    }

    impl Watched {
        fn alloc(&mut self, layout: Layout) -> *mut u8 {
            // SAFETY: no layout of these tests is empty.
            let allocation = unsafe { self.arena.alloc(layout) };
            self.fill(allocation, layout);
            allocation
        }

        fn zeroed(&mut self, layout: Layout) -> *mut u8 {
            // SAFETY: no layout of these tests is empty, and so much is ours.
            let (allocation, bytes) = unsafe {
                let allocation = self.arena.alloc_zeroed(layout);
                (allocation, std::slice::from_raw_parts(allocation, layout.size()))
            };
            assert!(bytes.iter().all(|&b| b == 0));
            self.fill(allocation, layout);
            allocation
        }

        fn realloc(&mut self, allocation: *mut u8, size: usize) -> *mut u8 {
            let (layout, byte) = self.held.remove(&allocation).expect("it is held");
            // SAFETY: it was allocated with this layout, no size of these tests is zero, and so much of it is ours.
            let (moved, bytes) = unsafe {
                let moved = self.arena.realloc(allocation, layout, size);
                (moved, std::slice::from_raw_parts(moved, size.min(layout.size())))
            };
            assert!(bytes.iter().all(|&b| b == byte), "what stood there has come along");
            self.fill(moved, Layout::from_size_align(size, layout.align()).expect("a layout"));
            moved
        }

        fn dealloc(&mut self, allocation: *mut u8) {
            let (layout, byte) = self.held.remove(&allocation).expect("it is held");
            // SAFETY: it was allocated with this layout.
            unsafe {
                assert!(std::slice::from_raw_parts(allocation, layout.size()).iter().all(|&b| b == byte), "nobody else wrote there");
                self.arena.dealloc(allocation, layout);
            }
        }

        fn fill(&mut self, allocation: *mut u8, layout: Layout) {
            assert!(!allocation.is_null() && allocation.addr().is_multiple_of(layout.align()));
            self.count = self.count.wrapping_add(1);
            // SAFETY: so much has just been allocated.
            unsafe { allocation.write_bytes(self.count, layout.size()) };
            self.held.insert(allocation, (layout, self.count));
        }

        fn is_in_block(&self, allocation: *mut u8) -> bool {
            self.arena.start(allocation).is_some()
        }
    }

    impl Drop for Watched {
        fn drop(&mut self) {
            while let Some((&allocation, _)) = self.held.first_key_value() {
                self.dealloc(allocation);
            }
        }
    }

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 1).expect("a layout")
    }

    #[test]
    fn allocations_follow_each_other_in_the_block() {
        let mut memory = Watched::default();
        let (first, second) = (memory.alloc(layout(3)), memory.alloc(layout(40)));
        assert_eq!((memory.arena.start(first), memory.arena.start(second)), (Some(0), Some(ALIGN)));
    }

    #[test]
    fn the_newest_is_resized_in_place_and_given_back() {
        let mut memory = Watched::default();
        let (first, second) = (memory.alloc(layout(3)), memory.alloc(layout(3)));
        assert_eq!(memory.realloc(second, 1000), second);
        assert_eq!(memory.realloc(second, 20), second);
        assert_eq!(memory.realloc(first, ALIGN), first, "what is rounded up has room");
        let moved = memory.realloc(first, 17);
        assert_eq!(memory.arena.start(moved), Some(3 * ALIGN));
        memory.dealloc(moved);
        assert_eq!(memory.zeroed(layout(17)), moved);
    }

    #[test]
    fn what_the_block_cannot_hold_is_the_systems() {
        let mut memory = Watched::default();
        let last = memory.alloc(layout(1));
        for others in [layout(LARGEST + 1), Layout::from_size_align(8, 2 * ALIGN).expect("a layout")] {
            let other = memory.alloc(others);
            assert!(!memory.is_in_block(other), "{others:?}");
        }
        while memory.arena.used.load(super::Relaxed) + LARGEST <= SIZE {
            memory.alloc(layout(LARGEST));
        }
        let (out, fits) = (memory.zeroed(layout(LARGEST)), memory.alloc(layout(LARGEST - ALIGN)));
        assert_eq!((memory.is_in_block(out), memory.is_in_block(fits)), (false, true));
        let after = memory.alloc(layout(1));
        assert!(!memory.is_in_block(after), "the block is full");
        let (grown, shrunk) = (memory.realloc(last, 100), memory.realloc(out, 100));
        assert_eq!((memory.is_in_block(grown), memory.is_in_block(shrunk)), (false, false));
    }

    #[test]
    fn threads_share_no_byte() {
        let arena = Arena::new();
        std::thread::scope(|scope| {
            for byte in 0..4 {
                let arena = &arena;
                scope.spawn(move || {
                    for size in 1..100 {
                        // SAFETY: no layout is empty, and each is given back as it is.
                        unsafe {
                            let allocation = arena.alloc(layout(size));
                            allocation.write_bytes(byte, size);
                            std::thread::yield_now();
                            let grown = arena.realloc(allocation, layout(size), 2 * size);
                            assert!(std::slice::from_raw_parts(grown, size).iter().all(|&b| b == byte));
                            grown.write_bytes(byte, 2 * size);
                            std::thread::yield_now();
                            assert!(std::slice::from_raw_parts(grown, 2 * size).iter().all(|&b| b == byte));
                            arena.dealloc(grown, layout(2 * size));
                        }
                    }
                });
            }
        });
    }
}

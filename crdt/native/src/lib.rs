//! The road between `org.rotfaden.crdt.internal.Native` and yrs. Every call takes and gives byte
//! arrays; the first byte of an answer says how it went: 0 well, 1 the input was refused, 2 the
//! library failed. After 0 follows the answer, otherwise a sentence in UTF-8.

mod document;
mod memory;
mod scan;

use document::{Answer, Document};
use jni::EnvUnowned;
use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JClass, JObjectArray};
use jni::sys::jlong;
use memory::Call;
use std::panic::{AssertUnwindSafe, catch_unwind};

const WELL: u8 = 0;
const REFUSED: u8 = 1;
const FAILED: u8 = 2;

/// Runs an operation so that a panic becomes an answer and never crosses into the virtual machine.
fn guarded(operation: impl FnOnce() -> Answer) -> Vec<u8> {
    let (status, content) = match catch_unwind(AssertUnwindSafe(operation)) {
        Ok(Ok(answer)) => (WELL, answer),
        Ok(Err(refused)) => (REFUSED, refused.0.into_bytes()),
        Err(panic) => (FAILED, words(&*panic).into_bytes()),
    };
    let mut answer = Vec::with_capacity(content.len() + 1);
    answer.push(status);
    answer.extend(content);
    answer
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "a panic without words".to_owned())
}

/// # Safety
/// The Java side gives only handles that came from `create` and were not given to `destroy`.
unsafe fn document<'a>(handle: jlong) -> &'a Document {
    unsafe { &*(handle as *const Document) }
}

fn answer<'local>(
    mut env: EnvUnowned<'local>,
    input: JByteArray<'local>,
    operation: impl FnOnce(&[u8]) -> Answer,
) -> JByteArray<'local> {
    let _call = Call;
    env.with_env(|env| -> jni::errors::Result<_> {
        let bytes = env.convert_byte_array(&input)?;
        env.byte_array_from_slice(&guarded(|| operation(&bytes)))
    })
    .resolve::<ThrowRuntimeExAndDefault>()
}

/// The hash of the sources this library was built from.
#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_sourcesHash<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
) -> JByteArray<'local> {
    env.with_env(|env| -> jni::errors::Result<_> {
        env.byte_array_from_slice(env!("SOURCES_SHA256").as_bytes())
    })
    .resolve::<ThrowRuntimeExAndDefault>()
}

#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_held<'local>(
    _env: EnvUnowned<'local>,
    _class: JClass<'local>,
) -> jlong {
    memory::held() as jlong
}

#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_create<'local>(
    _env: EnvUnowned<'local>,
    _class: JClass<'local>,
) -> jlong {
    let _call = Call;
    catch_unwind(|| Box::into_raw(Box::new(Document::new())) as jlong).unwrap_or(0)
}

#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_destroy<'local>(
    _env: EnvUnowned<'local>,
    _class: JClass<'local>,
    handle: jlong,
) {
    let _call = Call;
    // A failure while freeing leaks what is left; there is nobody to tell.
    let _ = catch_unwind(|| drop(unsafe { Box::from_raw(handle as *mut Document) }));
}

macro_rules! on_document {
    ($name:ident, |$document:ident, $input:ident| $operation:expr) => {
        #[unsafe(no_mangle)]
        pub extern "system" fn $name<'local>(
            env: EnvUnowned<'local>,
            _class: JClass<'local>,
            handle: jlong,
            input: JByteArray<'local>,
        ) -> JByteArray<'local> {
            let $document = unsafe { document(handle) };
            answer(env, input, |$input| $operation)
        }
    };
}

on_document!(Java_org_rotfaden_crdt_internal_Native_apply, |document, update| document.apply(update));
on_document!(Java_org_rotfaden_crdt_internal_Native_brings, |document, update| document.brings(update));
on_document!(Java_org_rotfaden_crdt_internal_Native_stateVector, |document, _nothing| document.state_vector());
on_document!(Java_org_rotfaden_crdt_internal_Native_diff, |document, known| document.diff(known));
on_document!(Java_org_rotfaden_crdt_internal_Native_runs, |document, root| {
    document.runs(std::str::from_utf8(root)?)
});
on_document!(Java_org_rotfaden_crdt_internal_Native_places, |document, passages| document.places(passages));
on_document!(Java_org_rotfaden_crdt_internal_Native_passage, |document, indexes| document.passage(indexes));

#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_firstContent<'local>(
    env: EnvUnowned<'local>,
    _class: JClass<'local>,
    content: JByteArray<'local>,
) -> JByteArray<'local> {
    answer(env, content, document::first_content)
}

#[unsafe(no_mangle)]
pub extern "system" fn Java_org_rotfaden_crdt_internal_Native_merge<'local>(
    mut env: EnvUnowned<'local>,
    _class: JClass<'local>,
    updates: JObjectArray<'local, JByteArray<'local>>,
) -> JByteArray<'local> {
    let _call = Call;
    env.with_env(|env| -> jni::errors::Result<_> {
        let mut all = Vec::new();
        for index in 0..updates.len(env)? {
            let update = updates.get_element(env, index)?;
            all.push(env.convert_byte_array(&update)?);
        }
        env.byte_array_from_slice(&guarded(|| document::merge(all)))
    })
    .resolve::<ThrowRuntimeExAndDefault>()
}

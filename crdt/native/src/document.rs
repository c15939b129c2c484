//! What the Java side asks of a document, in calls that are worth crossing the boundary for.

use crate::scan::Scanner;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;
use yrs::branch::{Branch, BranchPtr};
use yrs::encoding::read::{Cursor, Read};
use yrs::encoding::write::Write;
use yrs::types::Attrs;
use yrs::types::text::YChange;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{
    Any, Assoc, ClientID, Doc, GetString, ID, IdSet, IndexScope, IndexedSequence, Map, OffsetKind, Options, Out,
    ReadTxn, StateVector, StickyIndex, Text, TextRef, Transact, Transaction, TransactionMut, Update, WriteTxn,
};

/// Something the caller did wrong, in words.
pub struct Refused(pub String);

impl<E: std::fmt::Display> From<E> for Refused {
    fn from(cause: E) -> Self {
        Refused(cause.to_string())
    }
}

pub type Answer = Result<Vec<u8>, Refused>;

const NOTHING: u8 = 0;
const CHANGED: u8 = 1;
const PARKED: u8 = 2;

const GONE: u8 = 0;
const THERE: u8 = 1;

/// Of the words of a passage so many units are told.
const MOST_WORDS: usize = 300;

/// U+FFFC, which stands for something that is not text.
const NO_TEXT: u16 = 0xfffc;

pub struct Document {
    content: Doc,
    /// How far updates of authors reach that were seen past a gap, until the gap is closed.
    ahead: RefCell<HashMap<ClientID, u32>>,
}

impl Document {
    pub fn new() -> Self {
        let options = Options { offset_kind: OffsetKind::Utf16, ..Options::default() };
        Document { content: Doc::with_options(options), ahead: RefCell::default() }
    }

    /// Integrates an update. Answers with a byte that says what came of it.
    pub fn apply(&self, bytes: &[u8]) -> Answer {
        Scanner::new(bytes).update()?;
        let update = Update::decode_v1(bytes)?;
        let insertions = update.insertions(true);
        let mut transaction = self.content.transact_mut();
        let reach = Reach::of(&insertions, update.delete_set(), &transaction.state_vector());
        transaction.apply_update(update)?;
        retry_parked(&mut transaction)?;
        self.notice_gaps(&insertions, &transaction.state_vector());
        Ok(vec![match transaction.has_changes() {
            true => CHANGED,
            false if reach.beyond => PARKED,
            false => NOTHING,
        }])
    }

    fn notice_gaps(&self, insertions: &IdSet, known: &StateVector) {
        let mut ahead = self.ahead.borrow_mut();
        for (author, ranges) in insertions.iter() {
            let end = ranges.iter().map(|range| range.end).max().unwrap_or_default();
            let seen = ahead.entry(*author).or_default();
            *seen = end.max(*seen);
        }
        ahead.retain(|author, end| *end > known.get(author));
    }

    /// Whether an update holds anything that is not known, without integrating it.
    pub fn brings(&self, bytes: &[u8]) -> Answer {
        Scanner::new(bytes).update()?;
        let update = Update::decode_v1(bytes)?;
        let transaction = self.content.transact();
        let reach = Reach::of(&update.insertions(true), update.delete_set(), &transaction.state_vector());
        let news = reach.news
            || reach.beyond
            || (!update.delete_set().is_empty()
                && !update.delete_set().diff(&transaction.snapshot().delete_set).is_empty());
        Ok(vec![u8::from(news)])
    }

    pub fn state_vector(&self) -> Answer {
        Ok(self.content.transact().state_vector().encode_v1())
    }

    /// All that a peer with this state vector lacks, parked updates included.
    ///
    /// What comes after a gap and leans on nothing in it is part of the document already, while the
    /// state vector ends before the gap. yrs would send nothing of an author of whom a peer knows as
    /// much as that, so such a peer is taken to know one clock less than is known here.
    pub fn diff(&self, state_vector: &[u8]) -> Answer {
        Scanner::new(state_vector).state_vector()?;
        let theirs = StateVector::decode_v1(state_vector)?;
        let mut transaction = self.content.transact_mut();
        let ours = transaction.state_vector();
        let ahead = self.ahead.borrow();
        let known = theirs.iter().filter_map(|(author, clock)| {
            let most = if ahead.contains_key(author) { ours.get(author).checked_sub(1)? } else { *clock };
            Some((*author, most.min(*clock)))
        });
        let integrated = transaction.encode_diff_v1(&StateVector::new(known.collect()));
        match parked(&mut transaction)? {
            None => Ok(integrated),
            Some(parked) => Ok(yrs::merge_updates_v1([integrated, parked])?),
        }
    }

    /// A text root as runs: a count, then for each run what is inserted and its attributes.
    pub fn runs(&self, root: &str) -> Answer {
        let text = self.content.get_or_insert_text(root);
        let transaction = self.content.transact();
        let runs = text.diff(&transaction, YChange::identity);
        let mut answer = Vec::new();
        answer.write_var(runs.len() as u32);
        for run in runs {
            plain(run.insert, &transaction).encode(&mut answer);
            let attributes: HashMap<String, Any> = run
                .attributes
                .map(|attributes| attributes.iter().map(|(key, value)| (key.to_string(), value.clone())).collect())
                .unwrap_or_default();
            Any::from(attributes).encode(&mut answer);
        }
        Ok(answer)
    }

    /// Where passages are now. Asked with a count, then for each the name of its root and the ids of
    /// its first and its last unit; answers for each with `GONE`, or with `THERE`, where it begins
    /// and ends, and its first words.
    pub fn places(&self, bytes: &[u8]) -> Answer {
        let mut asked = Cursor::new(bytes);
        let transaction = self.content.transact();
        let mut units = HashMap::new();
        let mut answer = Vec::new();
        let passages: u32 = asked.read_var()?;
        for _ in 0..passages {
            let root = asked.read_string()?.to_owned();
            let text = transaction.get_text(root.as_str());
            let first = StickyIndex::from_id(id(&mut asked)?, Assoc::After);
            let last = StickyIndex::from_id(id(&mut asked)?, Assoc::Before);
            match text.and_then(|text| Some((between(&text, &first, &last, &transaction)?, text))) {
                None => answer.write_u8(GONE),
                Some(((from, to), text)) => {
                    let units = units.entry(root).or_insert_with(|| units_of(&text, &transaction));
                    answer.write_u8(THERE);
                    answer.write_var(from);
                    answer.write_var(to);
                    answer.write_string(&words(units, from as usize, to as usize));
                }
            }
        }
        Ok(answer)
    }

    /// The ids of the first and the last unit of what stands between two indexes. Asked with the name
    /// of a root and the indexes.
    pub fn passage(&self, bytes: &[u8]) -> Answer {
        let mut asked = Cursor::new(bytes);
        let root = asked.read_string()?.to_owned();
        let (from, to): (u32, u32) = (asked.read_var()?, asked.read_var()?);
        let transaction = self.content.transact();
        let text = transaction.get_text(root).ok_or("nothing is written there")?;
        if from >= to || to > text.len(&transaction) {
            return Err(Refused("no words are between these indexes".to_owned()));
        }
        let units = units_of(&text, &transaction);
        if [from, to].iter().any(|index| matches!(units.get(*index as usize), Some(0xdc00..=0xdfff))) {
            return Err(Refused("an index cuts a pair of surrogates".to_owned()));
        }
        let ends = [text.sticky_index(&transaction, from, Assoc::After), text.sticky_index(&transaction, to, Assoc::Before)];
        let mut answer = Vec::new();
        for end in ends {
            match end.as_ref().map(StickyIndex::scope) {
                Some(IndexScope::Relative(unit)) => {
                    answer.write_var(unit.client.get());
                    answer.write_var(unit.clock);
                }
                _ => return Err(Refused("no unit stands at an index".to_owned())),
            }
        }
        Ok(answer)
    }
}

fn id(asked: &mut Cursor) -> Result<ID, Refused> {
    let client: u64 = asked.read_var()?;
    Ok(ID::new(ClientID::new(client), asked.read_var()?))
}

/// Where two units of a text are and what lies between them, unless nothing does.
fn between(text: &TextRef, first: &StickyIndex, last: &StickyIndex, transaction: &Transaction) -> Option<(u32, u32)> {
    let branch: &Branch = text.as_ref();
    let index = |unit: &StickyIndex| {
        let place = unit.get_offset(transaction)?;
        (place.branch == BranchPtr::from(branch)).then_some(place.index)
    };
    let (from, to) = (index(first)?, index(last)?);
    (from < to).then_some((from, to))
}

/// What stands at each index of a text; what is not text is a sign of its own.
fn units_of(text: &TextRef, transaction: &Transaction) -> Vec<u16> {
    let runs = text.diff(transaction, YChange::identity).into_iter().map(|run| run.insert);
    runs.flat_map(|insert| match insert {
        Out::Any(Any::String(words)) => words.encode_utf16().collect(),
        _ => vec![NO_TEXT],
    })
    .collect()
}

/// The words between two indexes, the first of them where there are many. No pair is cut at the end.
fn words(units: &[u16], from: usize, to: usize) -> String {
    let end = to.min(units.len());
    let start = from.min(end);
    let mut told = &units[start..end.min(start + MOST_WORDS)];
    if told.len() < end - start && matches!(told.last(), Some(0xd800..=0xdbff)) {
        told = &told[..told.len() - 1];
    }
    String::from_utf16_lossy(told)
}

/// The parked updates as one. As yrs keeps them they may not be written down: the gaps between them
/// would close, and what follows a gap would get the clocks of what is missing.
fn parked(transaction: &mut TransactionMut) -> Result<Option<Vec<u8>>, Refused> {
    let Some(parked) = transaction.prune_pending() else { return Ok(None) };
    let bytes = parked.encode_v1();
    transaction.apply_update(parked)?;
    Ok(Some(bytes))
}

/// yrs can leave parked updates aside although what they waited for has come (seen when several of
/// them wait for each other). They are tried again for as long as that gets further.
fn retry_parked(transaction: &mut TransactionMut) -> Result<(), Refused> {
    while transaction.has_missing_updates() {
        let known = (transaction.state_vector(), transaction.delete_set().clone());
        if let Some(parked) = transaction.prune_pending() {
            transaction.apply_update(parked)?;
        }
        if known == (transaction.state_vector(), transaction.delete_set().clone()) {
            break;
        }
    }
    Ok(())
}

/// How far an update's structs and deletions reach past what a document knows.
struct Reach {
    /// It holds structs that are not known.
    news: bool,
    /// It holds structs, or deletions of structs, that come after others which are missing.
    beyond: bool,
}

impl Reach {
    fn of(insertions: &IdSet, deletions: &IdSet, known: &StateVector) -> Self {
        let past_what_is_known = |ids: &IdSet| {
            ids.iter().any(|(client, ranges)| ranges.iter().any(|range| range.end > known.get(client)))
        };
        let news = past_what_is_known(insertions);
        Reach { news, beyond: news || past_what_is_known(deletions) }
    }
}

/// First content of a document in the given roots: the title, then two lists of runs in the shape
/// that `Document::runs` gives.
pub fn first_content(bytes: &[u8]) -> Answer {
    let mut content = Cursor::new(bytes);
    let document = Document::new();
    let title = document.content.get_or_insert_text("title");
    let text = document.content.get_or_insert_text("text");
    let reason = document.content.get_or_insert_text("reason");
    let meta = document.content.get_or_insert_map("meta");
    let mut transaction = document.content.transact_mut();
    title.push(&mut transaction, content.read_string()?);
    for root in [text, reason] {
        let runs: u32 = content.read_var()?;
        for _ in 0..runs {
            let insert = Any::decode(&mut content)?;
            let attributes = attributes(Any::decode(&mut content)?);
            let end = root.len(&transaction);
            match insert {
                Any::String(words) => root.insert_with_attributes(&mut transaction, end, &words, attributes),
                embed => {
                    root.insert_embed_with_attributes(&mut transaction, end, embed, attributes);
                }
            }
        }
    }
    meta.insert(&mut transaction, "schema", 1);
    Ok(transaction.encode_update_v1())
}

/// Several updates as one.
pub fn merge(updates: Vec<Vec<u8>>) -> Answer {
    for update in &updates {
        Scanner::new(update).update()?;
    }
    Ok(yrs::merge_updates_v1(updates)?)
}

fn attributes(any: Any) -> Attrs {
    match any {
        Any::Map(entries) => {
            entries.iter().map(|(key, value)| (Arc::from(key.as_str()), value.clone())).collect()
        }
        _ => Attrs::new(),
    }
}

fn plain(out: Out, transaction: &impl ReadTxn) -> Any {
    use yrs::types::ToJson;
    match out {
        Out::Any(any) => any,
        Out::YText(text) => Any::from(text.get_string(transaction)),
        other => other.to_json(transaction),
    }
}

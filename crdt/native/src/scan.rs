//! A structural look at an update in Yjs' first encoding before it is decoded: every count and every
//! length has to fit into the bytes that are there, nesting is bounded, clocks stay in range, strings
//! are UTF-8. What passes can be decoded without allocating much more than its own size.

/// Deepest nesting of values inside one another.
const DEEPEST: u32 = 64;

/// Clocks of one client stay below this, so that no sum of a clock and a length overflows.
const HIGHEST_CLOCK: u64 = 1 << 31;

const HIGHEST_CLIENT: u64 = (1 << 53) - 1;

pub type Scan = Result<(), &'static str>;

pub struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Scanner { bytes, at: 0 }
    }

    /// Checks a whole update.
    pub fn update(mut self) -> Scan {
        let clients = self.count()?;
        for _ in 0..clients {
            self.client_structs()?;
        }
        self.delete_set()?;
        self.end()
    }

    /// Checks a whole state vector.
    pub fn state_vector(mut self) -> Scan {
        let clients = self.count()?;
        for _ in 0..clients {
            self.client()?;
            self.clock()?;
        }
        self.end()
    }

    fn client_structs(&mut self) -> Scan {
        let structs = self.count()?;
        self.client()?;
        let mut clock = self.clock()?;
        for _ in 0..structs {
            clock += self.item()?;
            if clock > HIGHEST_CLOCK {
                return Err("clock out of range");
            }
        }
        Ok(())
    }

    /// Checks one struct and gives its length in clock ticks.
    fn item(&mut self) -> Result<u64, &'static str> {
        let info = self.byte()?;
        if info == 0 || info == 10 {
            return self.length();
        }
        let has_origin = info & 0x80 != 0;
        let has_right_origin = info & 0x40 != 0;
        if has_origin {
            self.id()?;
        }
        if has_right_origin {
            self.id()?;
        }
        if !has_origin && !has_right_origin {
            if self.var_uint()? == 1 {
                self.string()?;
            } else {
                self.id()?;
            }
            if info & 0x20 != 0 {
                self.string()?;
            }
        }
        self.content(info & 0x1f)
    }

    fn content(&mut self, kind: u8) -> Result<u64, &'static str> {
        match kind {
            1 => self.length(),
            3 => {
                self.buffer()?;
                Ok(1)
            }
            4 => {
                let units = self.string()?.encode_utf16().count() as u64;
                if units == 0 { Err("empty string") } else { Ok(units) }
            }
            5 => {
                self.string()?;
                Ok(1)
            }
            6 => {
                self.string()?;
                self.string()?;
                Ok(1)
            }
            7 => {
                match self.var_uint()? {
                    0 | 1 | 2 | 4 | 6 => {}
                    3 | 5 => {
                        self.string()?;
                    }
                    _ => return Err("unknown shared type"),
                }
                Ok(1)
            }
            8 => {
                let values = self.count()?;
                if values == 0 {
                    return Err("empty values");
                }
                for _ in 0..values {
                    self.any(0)?;
                }
                Ok(values)
            }
            _ => Err("unknown content"),
        }
    }

    fn any(&mut self, depth: u32) -> Scan {
        if depth > DEEPEST {
            return Err("nested too deeply");
        }
        match self.byte()? {
            127 | 126 | 121 | 120 => Ok(()),
            125 => self.var_int(),
            124 => self.skip(4),
            123 | 122 => self.skip(8),
            119 => self.string().map(|_| ()),
            118 => {
                for _ in 0..self.count()? {
                    self.string()?;
                    self.any(depth + 1)?;
                }
                Ok(())
            }
            117 => {
                for _ in 0..self.count()? {
                    self.any(depth + 1)?;
                }
                Ok(())
            }
            116 => self.buffer(),
            _ => Err("unknown value"),
        }
    }

    fn delete_set(&mut self) -> Scan {
        let clients = self.count()?;
        for _ in 0..clients {
            self.client()?;
            let ranges = self.count()?;
            for _ in 0..ranges {
                let clock = self.clock()?;
                let length = self.length()?;
                if clock + length > HIGHEST_CLOCK {
                    return Err("clock out of range");
                }
            }
        }
        Ok(())
    }

    fn end(&self) -> Scan {
        if self.at == self.bytes.len() { Ok(()) } else { Err("bytes after the end") }
    }

    fn id(&mut self) -> Scan {
        self.client()?;
        self.clock().map(|_| ())
    }

    fn client(&mut self) -> Scan {
        if self.var_uint()? > HIGHEST_CLIENT { Err("client id out of range") } else { Ok(()) }
    }

    fn clock(&mut self) -> Result<u64, &'static str> {
        let clock = self.var_uint()?;
        if clock > HIGHEST_CLOCK { Err("clock out of range") } else { Ok(clock) }
    }

    /// A length in clock ticks, which takes no bytes.
    fn length(&mut self) -> Result<u64, &'static str> {
        match self.clock()? {
            0 => Err("empty block"),
            length => Ok(length),
        }
    }

    /// A number of things that take at least a byte each.
    fn count(&mut self) -> Result<u64, &'static str> {
        let count = self.var_uint()?;
        if count > (self.bytes.len() - self.at) as u64 { Err("count beyond the end") } else { Ok(count) }
    }

    fn string(&mut self) -> Result<&'a str, &'static str> {
        let bytes = self.take()?;
        std::str::from_utf8(bytes).map_err(|_| "string is not UTF-8")
    }

    fn buffer(&mut self) -> Scan {
        self.take().map(|_| ())
    }

    fn take(&mut self) -> Result<&'a [u8], &'static str> {
        let length = self.count()? as usize;
        let start = self.at;
        self.at += length;
        Ok(&self.bytes[start..self.at])
    }

    fn skip(&mut self, length: usize) -> Scan {
        if self.bytes.len() - self.at < length {
            return Err("cut off");
        }
        self.at += length;
        Ok(())
    }

    fn var_uint(&mut self) -> Result<u64, &'static str> {
        let mut value = 0u64;
        for shift in (0..).step_by(7) {
            let byte = self.byte()?;
            if shift > 56 {
                return Err("number out of range");
            }
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                break;
            }
        }
        Ok(value)
    }

    fn var_int(&mut self) -> Scan {
        for _ in 0..10 {
            if self.byte()? & 0x80 == 0 {
                return Ok(());
            }
        }
        Err("number out of range")
    }

    fn byte(&mut self) -> Result<u8, &'static str> {
        let byte = *self.bytes.get(self.at).ok_or("cut off")?;
        self.at += 1;
        Ok(byte)
    }
}

use encoding_rs::GB18030;

use super::{LONGEST, Lines, Raw, Unreadable};

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const GB18030_MARK: &[u8] = b"\x84\x31\x95\x33";

fn opened(bytes: &[u8]) -> Lines {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    Lines::open(file.path()).unwrap()
}

fn lines(bytes: &[u8]) -> Vec<Result<String, Unreadable>> {
    let mut lines = opened(bytes);
    (0..lines.count())
        .rev()
        .map(|number| lines.read(number).unwrap())
        .rev()
        .collect()
}

fn texts<const N: usize>(wanted: [&str; N]) -> Vec<Result<String, Unreadable>> {
    wanted.map(|text| Ok(text.to_owned())).into()
}

#[test]
fn encodings_are_told_apart() {
    let text = "{\"name\":\"王秀英\"}\r\n\n末行";
    let wanted = texts(["{\"name\":\"王秀英\"}", "", "末行"]);
    assert_eq!(lines(text.as_bytes()), wanted);
    assert_eq!(lines(&[UTF8_MARK, text.as_bytes()].concat()), wanted);
    let (chinese, ..) = GB18030.encode(text);
    assert_eq!(lines(&chinese), wanted);
    assert_eq!(lines(&[GB18030_MARK, &chinese].concat()), wanted);
    let broken = [&b"ok\n"[..], b"\xFF\xFF\xFF\n"].concat();
    assert_eq!(lines(&broken)[1], Err(Unreadable::Encoding));
}

#[test]
fn one_broken_line_does_not_change_how_the_others_are_read() {
    // The end of 明 is missing; what is left passes for GB18030.
    let cut = &"李明".as_bytes()[..4];
    assert!(GB18030.decode(cut).0.chars().count() == 2);
    for other in ["", "李明\n", "{}\n李明\n阿依古丽\n"] {
        let mut wanted = texts::<0>([]);
        wanted.extend(other.lines().map(|line| Ok(line.to_owned())));
        wanted.insert(0, Err(Unreadable::Encoding));
        assert_eq!(lines(&[cut, b"\n", other.as_bytes()].concat()), wanted);
    }
}

#[test]
fn a_line_in_utf8_among_others_in_gb18030_is_not_garbled() {
    let (chinese, ..) = GB18030.encode("王秀英\n李明\n张伟\n路\n");
    let mixed = [&chinese[..], "李明".as_bytes()].concat();
    let read = lines(&mixed);
    assert_eq!(read[..4], texts(["王秀英", "李明", "张伟", "路"]));
    assert_eq!(read[4], Err(Unreadable::Encoding));
}

#[test]
fn the_mark_decides_against_the_lines() {
    let (chinese, ..) = GB18030.encode("王秀英\n李明\n");
    let marked = [UTF8_MARK, b"{}\n", &chinese].concat();
    let strangers = [
        Ok("{}".to_owned()),
        Err(Unreadable::Encoding),
        Err(Unreadable::Encoding),
    ];
    assert_eq!(lines(&marked), strangers);
    let marked = [GB18030_MARK, b"{}\n", "李明\n王秀英\n".as_bytes()].concat();
    assert_eq!(lines(&marked), strangers);
}

#[test]
fn a_line_without_end_is_not_held() {
    let long = vec![b'x'; usize::try_from(LONGEST).unwrap() * 3];
    let text = [&b"first\n"[..], &long, b"\nlast\n"].concat();
    let read = lines(&text);
    assert_eq!(read.len(), 3);
    assert_eq!(read[1], Err(Unreadable::TooLong));
    assert_eq!(read[2], Ok("last".to_owned()));
    assert!(lines(b"").is_empty());
    let Raw::TooLong(place) = opened(&text).raw(1).unwrap() else {
        panic!("the line is too long");
    };
    assert_eq!(place, 6..6 + LONGEST * 3 + 1);
}

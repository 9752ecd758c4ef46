//! What a form writes of a report.

use standpoint_validate::{Renderer, Report, Style};

pub(crate) fn written(renderer: &Renderer, report: &Report, style: Style) -> String {
    let mut text = Vec::new();
    renderer.write(report, style, &mut text).expect("a list takes all bytes");
    String::from_utf8(text).expect("every form is text")
}

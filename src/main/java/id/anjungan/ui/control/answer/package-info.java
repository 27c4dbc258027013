/// The box an answer to a citizen is written in, for cases and conversations alike: drafts, prepared answers, sending.
package id.anjungan.ui.control.answer;

/// Live conversations: who waits, what is said, what comes of it.
package id.anjungan.ui.chat;

/// Who may come in: tokens, and how they are kept.
package id.anjungan.security;

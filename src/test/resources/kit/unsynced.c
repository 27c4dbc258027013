/* Preloaded into a console: keeps, beside each database file, what a power cut would leave of it. A write reaches the
 * durable copy only when the file is synced. KIT_WATCHED is the directory, KIT_DURABLE where the copies are. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 64

struct range { off_t from, to; };
struct watched {
    dev_t dev;
    ino_t ino;
    char copy[1024];
    struct range *dirty;
    size_t count, room;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct watched files[MOST_FILES];
static int known;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);

static void resolve(void) {
    if (!real_pwrite) {
        real_write = dlsym(RTLD_NEXT, "write");
        real_fsync = dlsym(RTLD_NEXT, "fsync");
        real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
        real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    }
}

static int ends(const char *s, const char *end) {
    size_t n = strlen(s), m = strlen(end);
    return n >= m && strcmp(s + n - m, end) == 0;
}

/* The watched file behind a descriptor, or NULL. Under the lock. */
static struct watched *find(int fd) {
    struct stat st;
    char link[64], path[1024];
    const char *dir = getenv("KIT_WATCHED"), *to = getenv("KIT_DURABLE");
    if (!dir || !to || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) return NULL;
    for (int i = 0; i < known; i++)
        if (files[i].dev == st.st_dev && files[i].ino == st.st_ino) return &files[i];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return NULL;
    path[n] = 0;
    size_t d = strlen(dir);
    if (strncmp(path, dir, d) != 0 || path[d] != '/' || !(ends(path, ".db") || ends(path, "-wal"))) return NULL;
    if (known == MOST_FILES) { fprintf(stderr, "unsynced: too many files\n"); abort(); }
    struct watched *w = &files[known++];
    memset(w, 0, sizeof *w);
    w->dev = st.st_dev;
    w->ino = st.st_ino;
    snprintf(w->copy, sizeof w->copy, "%s%s", to, path + d);
    return w;
}

static void written(int fd, off_t at, ssize_t n) {
    if (n <= 0) return;
    pthread_mutex_lock(&lock);
    struct watched *w = find(fd);
    if (w) {
        if (w->count && w->dirty[w->count - 1].to == at) {
            w->dirty[w->count - 1].to = at + n;
        } else {
            if (w->count == w->room) {
                w->room = w->room ? w->room * 2 : 256;
                w->dirty = realloc(w->dirty, w->room * sizeof *w->dirty);
                if (!w->dirty) abort();
            }
            w->dirty[w->count++] = (struct range){at, at + n};
        }
    }
    pthread_mutex_unlock(&lock);
}

/* What was written until now is on the disk, and so is the file's length. */
static void synced(int fd) {
    char buffer[65536];
    struct stat st;
    pthread_mutex_lock(&lock);
    struct watched *w = find(fd);
    if (w && fstat(fd, &st) == 0) {
        int copy = open(w->copy, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (copy < 0) { perror("unsynced"); abort(); }
        for (size_t i = 0; i < w->count; i++)
            for (off_t at = w->dirty[i].from; at < w->dirty[i].to;) {
                size_t want = (size_t)(w->dirty[i].to - at);
                ssize_t n = pread(fd, buffer, want < sizeof buffer ? want : sizeof buffer, at);
                if (n <= 0) break;
                if (real_pwrite(copy, buffer, (size_t)n, at) != n) { perror("unsynced"); abort(); }
                at += n;
            }
        if (ftruncate(copy, st.st_size) != 0) { perror("unsynced"); abort(); }
        close(copy);
        w->count = 0;
    }
    pthread_mutex_unlock(&lock);
}

ssize_t pwrite(int fd, const void *b, size_t n, off_t at) {
    resolve();
    ssize_t r = real_pwrite(fd, b, n, at);
    written(fd, at, r);
    return r;
}

ssize_t pwrite64(int fd, const void *b, size_t n, off_t at) {
    resolve();
    ssize_t r = real_pwrite(fd, b, n, at);
    written(fd, at, r);
    return r;
}

ssize_t write(int fd, const void *b, size_t n) {
    resolve();
    off_t at = lseek(fd, 0, SEEK_CUR);
    ssize_t r = real_write(fd, b, n);
    if (at >= 0) written(fd, at, r);
    return r;
}

int fsync(int fd) {
    resolve();
    int r = real_fsync(fd);
    if (r == 0) synced(fd);
    return r;
}

int fdatasync(int fd) {
    resolve();
    int r = real_fdatasync(fd);
    if (r == 0) synced(fd);
    return r;
}

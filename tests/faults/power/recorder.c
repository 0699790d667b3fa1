/* Records what one process does to the files of one folder, in the order it does it; preloaded before libc.
 *
 * POWER_ROOT names the folder, POWER_LOG the record, POWER_ACK a file whose writes are promises made to a person.
 * A record is: kind (1 byte), file descriptor (4), place (8), length (4), then that many bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_FILES 4096
enum { UNKNOWN, WATCHED, PROMISES };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static char kind_of[MOST_FILES];
static int record = -1;

static void note(char kind, int fd, uint64_t place, const void *data, uint32_t length) {
    char head[17];
    int32_t file = fd;
    if (record < 0)
        record = (int)syscall(SYS_openat, AT_FDCWD, getenv("POWER_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    head[0] = kind;
    memcpy(head + 1, &file, 4);
    memcpy(head + 5, &place, 8);
    memcpy(head + 13, &length, 4);
    syscall(SYS_write, record, head, sizeof head);
    syscall(SYS_write, record, data, (size_t)length);
}

static int inside(const char *path) {
    const char *root = getenv("POWER_ROOT"), *promises = getenv("POWER_ACK");
    if (promises && !strcmp(path, promises))
        return PROMISES;
    size_t length = root ? strlen(root) : 0;
    return length && !strncmp(path, root, length) && (path[length] == '/' || !path[length]) ? WATCHED : UNKNOWN;
}

static int watched(int fd) { return fd >= 0 && fd < MOST_FILES && kind_of[fd] == WATCHED; }

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

static int opened(const char *path, int flags, int fd) {
    if (fd >= 0 && fd < MOST_FILES && (kind_of[fd] = (char)inside(path)) == WATCHED) {
        pthread_mutex_lock(&one_at_a_time);
        note('O', fd, (uint64_t)flags, path, (uint32_t)strlen(path));
        pthread_mutex_unlock(&one_at_a_time);
    }
    return fd;
}

#define OPEN(name)                                                                                                  \
    int name(const char *path, int flags, ...) {                                                                    \
        va_list rest;                                                                                               \
        va_start(rest, flags);                                                                                      \
        mode_t mode = va_arg(rest, mode_t);                                                                         \
        va_end(rest);                                                                                               \
        return opened(path, flags, ((int (*)(const char *, int, mode_t))real(#name))(path, flags, mode));           \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                                \
    int name(int folder, const char *path, int flags, ...) {                                                        \
        va_list rest;                                                                                               \
        va_start(rest, flags);                                                                                      \
        mode_t mode = va_arg(rest, mode_t);                                                                         \
        va_end(rest);                                                                                               \
        int fd = ((int (*)(int, const char *, int, mode_t))real(#name))(folder, path, flags, mode);                 \
        return opened(path, flags, fd);                                                                             \
    }
OPENAT(openat)
OPENAT(openat64)

static ssize_t written(int fd, const void *data, ssize_t count, uint64_t place) {
    if (count > 0 && fd >= 0 && fd < MOST_FILES && kind_of[fd] == PROMISES)
        note('A', fd, 0, data, (uint32_t)count);
    else if (count > 0 && watched(fd))
        note('W', fd, place, data, (uint32_t)count);
    return count;
}

ssize_t write(int fd, const void *data, size_t count) {
    if (fd < 0 || fd >= MOST_FILES || kind_of[fd] == UNKNOWN)
        return syscall(SYS_write, fd, data, count);
    pthread_mutex_lock(&one_at_a_time);
    uint64_t place = (uint64_t)lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = written(fd, data, syscall(SYS_write, fd, data, count), place);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

#define PWRITE(name)                                                                                                \
    ssize_t name(int fd, const void *data, size_t count, off_t place) {                                             \
        pthread_mutex_lock(&one_at_a_time);                                                                         \
        ssize_t done = written(fd, data, syscall(SYS_pwrite64, fd, data, count, place), (uint64_t)place);           \
        pthread_mutex_unlock(&one_at_a_time);                                                                       \
        return done;                                                                                                \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define ON_FILE(name, kind, parameters, arguments, place)                                                           \
    int name parameters {                                                                                           \
        pthread_mutex_lock(&one_at_a_time);                                                                         \
        int done = ((int (*) parameters)real(#name))arguments;                                                      \
        if (!done && watched(fd))                                                                                   \
            note(kind, fd, (uint64_t)(place), "", 0);                                                               \
        pthread_mutex_unlock(&one_at_a_time);                                                                       \
        return done;                                                                                                \
    }
ON_FILE(fsync, 'S', (int fd), (fd), 0)
ON_FILE(fdatasync, 'S', (int fd), (fd), 0)
ON_FILE(ftruncate, 'T', (int fd, off_t size), (fd, size), size)
ON_FILE(ftruncate64, 'T', (int fd, off64_t size), (fd, size), size)

int close(int fd) {
    pthread_mutex_lock(&one_at_a_time);
    if (watched(fd))
        note('C', fd, 0, "", 0);
    if (fd >= 0 && fd < MOST_FILES)
        kind_of[fd] = UNKNOWN;
    int done = (int)syscall(SYS_close, fd);
    pthread_mutex_unlock(&one_at_a_time);
    return done;
}

#define ON_NAME(name, kind, parameters, arguments, from, to)                                                        \
    int name parameters {                                                                                           \
        char both[2 * PATH_MAX];                                                                                    \
        pthread_mutex_lock(&one_at_a_time);                                                                         \
        int done = ((int (*) parameters)real(#name))arguments;                                                      \
        if (!done && inside(from) == WATCHED) {                                                                     \
            size_t first = strlen(from) + 1;                                                                        \
            memcpy(both, from, first);                                                                              \
            strcpy(both + first, to);                                                                               \
            note(kind, -1, 0, both, (uint32_t)(first + strlen(to)));                                                \
        }                                                                                                           \
        pthread_mutex_unlock(&one_at_a_time);                                                                       \
        return done;                                                                                                \
    }
ON_NAME(rename, 'R', (const char *from, const char *to), (from, to), from, to)
ON_NAME(unlink, 'U', (const char *from), (from), from, "")
ON_NAME(mkdir, 'D', (const char *from, mode_t mode), (from, mode), from, "")

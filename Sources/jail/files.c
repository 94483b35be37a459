// The files that cross the wall. All host files are opened by the first process before any untrusted code runs; files
// that a payload left are opened only after its last process has died, and only if they are plain files of its own.
#include "jail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int open_executable(const struct options *options) {
    if (options->probe_payload) return probe_executable();
    if (options->executable == NULL) return -1;
    int descriptor = open(options->executable, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) fail("cannot open the program %s", options->executable);
    if (!S_ISREG(status.st_mode)) fail("the program %s is no plain file", options->executable);
    return descriptor;
}

// A plain file or a character device such as /dev/null: opening a FIFO would wait for its other end.
static int open_stream(const char *path, int flags) {
    if (path == NULL) path = "/dev/null";
    int descriptor = open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0600);
    struct stat status;
    if (descriptor < 0 || fstat(descriptor, &status) != 0) fail("cannot open %s", path);
    if (!S_ISREG(status.st_mode) && !S_ISCHR(status.st_mode)) {
        errno = EINVAL;
        fail("%s is no plain file", path);
    }
    if (fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) != 0) fail("fcntl %s", path);
    return descriptor;
}

struct stdio_files open_stdio(const struct options *options) {
    struct stdio_files files = {
        .input = open_stream(options->standard_input, O_RDONLY),
        .output = open_stream(options->standard_output, O_WRONLY | O_CREAT | O_TRUNC),
        .error = open_stream(options->standard_error, O_WRONLY | O_CREAT | O_TRUNC),
    };
    return files;
}

void open_transfers(struct options *options) {
    for (int index = 0; index < options->put_count; index++)
        options->puts[index].descriptor = open_stream(options->puts[index].host, O_RDONLY);
    for (int index = 0; index < options->take_count; index++)
        options->takes[index].descriptor = open_stream(options->takes[index].host, O_WRONLY | O_CREAT | O_TRUNC);
}

// At the levels without mounts the scratch directory is a directory of the host's, empty and ours alone.
int open_scratch_directory(const struct options *options) {
    if (options->scratch == 0 || has_namespaces(options)) return -1;
    int directory = open(options->scratch_directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory < 0) fail("cannot open the scratch directory %s", options->scratch_directory);
    empty_directory(directory);
    if (geteuid() == 0 && fchown(directory, options->uid, options->gid) != 0) fail("chown of the scratch directory");
    if (fchmod(directory, 0700) != 0) fail("chmod of the scratch directory");
    return directory;
}

// Returns the number of bytes, or -1.
static long long copy(int from, int to, long long limit) {
    static char buffer[1 << 16];
    long long total = 0;
    for (;;) {
        ssize_t count = read(from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return -1;
        if (count == 0) return total;
        total += count;
        if (total > limit) return -1;
        for (ssize_t done = 0; done < count;) {
            ssize_t written = write(to, buffer + done, (size_t)(count - done));
            if (written <= 0) return -1;
            done += written;
        }
    }
}

void put_files(const struct options *options, int directory) {
    for (int index = 0; index < options->put_count; index++) {
        const struct transfer *put = &options->puts[index];
        int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
        int descriptor = openat(directory, put->name, flags, 0644);
        if (descriptor < 0 || copy(put->descriptor, descriptor, put->limit) < 0) fail("cannot put %s", put->name);
        close(descriptor);
        close(put->descriptor);
    }
}

static long long take_file(const struct transfer *take, int directory) {
    int descriptor = openat(directory, take->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0) return -1;
    struct stat status;
    long long size = -1;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink == 1 &&
        status.st_size <= take->limit)
        size = copy(descriptor, take->descriptor, take->limit);
    close(descriptor);
    if (size < 0 && ftruncate(take->descriptor, 0) != 0) fail("cannot undo the taking of %s", take->name);
    return size;
}

void take_files(const struct options *options, int directory, long long *taken) {
    for (int index = 0; index < options->take_count; index++)
        taken[index] = take_file(&options->takes[index], directory);
}

// Removes what is in the directory, never following a link. Errors are left: the caller's folder goes as a whole.
void empty_directory(int directory) {
    int copy_of_it = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = copy_of_it < 0 ? NULL : fdopendir(copy_of_it);
    if (entries == NULL) return;
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        if (unlinkat(directory, entry->d_name, 0) == 0) continue;
        int inner = openat(directory, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (inner < 0) continue;
        empty_directory(inner);
        close(inner);
        unlinkat(directory, entry->d_name, AT_REMOVEDIR);
    }
    closedir(entries);
}

static bool is_full(const struct options *options, int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= options->file_size;
}

// A program may ignore SIGXFSZ and end well; its output is cut off all the same.
bool reached_size(const struct options *options, struct stdio_files files) {
    return is_full(options, files.output) || is_full(options, files.error);
}

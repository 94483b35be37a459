// The payload's file system: an empty read-only root with the binds it was given and, if asked for, /box to write in.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SCRATCH_FILES = 4096 };

// Makes a detached, read-only copy of every bound tree, mounts below it included. Done by whoever owns the mounts: the
// first process as root, the init process in its own user namespace.
void prepare_binds(struct options *options) {
    for (int index = 0; index < options->bind_count; index++) {
        struct bind *bind = &options->binds[index];
        unsigned flags = KERNEL_OPEN_TREE_CLONE | KERNEL_AT_RECURSIVE | O_CLOEXEC;
        bind->tree = (int)syscall(SYS_open_tree, AT_FDCWD, bind->host, flags);
        if (bind->tree < 0) fail("cannot bind %s", bind->host);
        struct kernel_mount_attr attributes = {
            .attr_set = KERNEL_MOUNT_ATTR_RDONLY | KERNEL_MOUNT_ATTR_NOSUID | KERNEL_MOUNT_ATTR_NODEV};
        unsigned where = AT_EMPTY_PATH | KERNEL_AT_RECURSIVE;
        if (syscall(SYS_mount_setattr, bind->tree, "", where, &attributes, sizeof attributes) != 0)
            fail("cannot make the bind of %s read-only", bind->host);
    }
}

// Makes `path`, relative and below the new root, and the directories above it.
static void make_mount_point(char *path, bool is_directory) {
    for (char *slash = path; (slash = strchr(slash, '/')) != NULL; slash++) {
        *slash = 0;
        mkdir(path, 0755);
        *slash = '/';
    }
    if (is_directory) {
        mkdir(path, 0755);
        return;
    }
    int descriptor = open(path, O_CREAT | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (descriptor >= 0) close(descriptor);
}

static void attach_bind(struct bind bind) {
    struct stat status;
    if (fstat(bind.tree, &status) != 0) fail("cannot examine %s", bind.host);
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s", bind.inside + 1);
    make_mount_point(path, S_ISDIR(status.st_mode));
    if (syscall(SYS_move_mount, bind.tree, "", AT_FDCWD, path, KERNEL_MOVE_MOUNT_F_EMPTY_PATH) != 0)
        fail("cannot attach %s", bind.inside);
    close(bind.tree);
}

static void mount_scratch(long long size) {
    char data[96];
    snprintf(data, sizeof data, "size=%lld,nr_inodes=%d,mode=1777", size, SCRATCH_FILES);
    mkdir("box", 0755);
    if (mount("none", "box", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, data) != 0) fail("cannot mount /box");
}

void build_root(const struct options *options) {
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) fail("cannot make the mounts private");
    const char *place = access("/tmp", F_OK) == 0 ? "/tmp" : "/";
    if (mount("none", place, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,nr_inodes=64,mode=755") != 0)
        fail("cannot mount the new root");
    if (chdir(place) != 0) fail("cannot enter the new root");
    for (int index = 0; index < options->bind_count; index++) attach_bind(options->binds[index]);
    if (options->scratch > 0) mount_scratch(options->scratch);
    // The old root ends up on top of the new one, and is let go from there.
    if (syscall(SYS_pivot_root, ".", ".") != 0) fail("pivot_root");
    if (umount2(".", MNT_DETACH) != 0 || chdir("/") != 0) fail("cannot leave the old root");
    unsigned long flags = MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV;
    if (mount(NULL, "/", NULL, flags, NULL) != 0) fail("cannot make the new root read-only");
}

// Landlock: the payload opens the files it was given and no others, whatever else is mounted or reachable. At the
// levels without mounts this is the wall; above them it is the second one.
#include "kernel.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

// LANDLOCK_ACCESS_FS_*, by bit.
enum {
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_DIRECTORY = 1 << 3,
    REMOVE_DIRECTORY = 1 << 4,
    REMOVE_FILE = 1 << 5,
    MAKE_DIRECTORY = 1 << 7,
    MAKE_REGULAR = 1 << 8,
    REFER = 1 << 13,    // ABI 2
    TRUNCATE = 1 << 14, // ABI 3
    IOCTL_DEVICE = 1 << 15, // ABI 5
    FIRST_ABI = (1 << 13) - 1,
    OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEVICE,
};

enum { RULE_PATH_BENEATH = 1, CREATE_RULESET_VERSION = 1 };

// The kernel's version of the interface; 0 where there is none.
int landlock_abi(void) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_RULESET_VERSION);
    return abi < 1 ? 0 : (int)abi;
}

static uint64_t handled_rights(int abi) {
    uint64_t rights = FIRST_ABI;
    if (abi >= 2) rights |= REFER;
    if (abi >= 3) rights |= TRUNCATE;
    if (abi >= 5) rights |= IOCTL_DEVICE;
    return rights;
}

static int create_ruleset(int abi) {
    struct kernel_landlock_ruleset ruleset = {.files = handled_rights(abi)};
    size_t size = sizeof ruleset.files;
    if (abi >= 4) {
        ruleset.network = 3; // no TCP bind, no TCP connect
        size += sizeof ruleset.network;
    }
    if (abi >= 6) {
        ruleset.scopes = 3; // no abstract sockets, no signals outward
        size += sizeof ruleset.scopes;
    }
    int descriptor = (int)syscall(SYS_landlock_create_ruleset, &ruleset, size, 0);
    if (descriptor < 0) fail("cannot create the Landlock rules");
    return descriptor;
}

static void allow(int ruleset, int descriptor, uint64_t rights, int abi) {
    struct stat status;
    if (fstat(descriptor, &status) != 0) fail("cannot examine a file for Landlock");
    if (!S_ISDIR(status.st_mode)) rights &= OF_FILES;
    struct kernel_landlock_path rule = {.allowed_access = rights & handled_rights(abi), .parent = descriptor};
    // EBADFD: an anonymous file such as the probe's, which Landlock does not govern.
    if (syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0 && errno != EBADFD)
        fail("cannot add a Landlock rule");
}

static void allow_path(int ruleset, const char *path, uint64_t rights, int abi) {
    int descriptor = open(path, O_PATH | O_CLOEXEC);
    if (descriptor < 0) fail("cannot open %s for Landlock", path);
    allow(ruleset, descriptor, rights, abi);
    close(descriptor);
}

static uint64_t scratch_rights(const struct options *options) {
    uint64_t rights = READ_FILE | WRITE_FILE | TRUNCATE | READ_DIRECTORY | MAKE_REGULAR | REMOVE_FILE;
    if (options->profile == PROFILE_COMPILE) rights |= MAKE_DIRECTORY | REMOVE_DIRECTORY | REFER;
    return rights;
}

void restrict_files(const struct options *options, int executable, int scratch) {
    int abi = landlock_abi();
    if (abi == 0) {
        errno = ENOSYS;
        if (options->level == LEVEL_LANDLOCK) fail("the kernel has no Landlock");
        return;
    }
    int ruleset = create_ruleset(abi);
    if (executable >= 0) allow(ruleset, executable, EXECUTE | READ_FILE, abi);
    for (int index = 0; index < options->bind_count; index++) {
        const struct bind *bind = &options->binds[index];
        const char *path = has_namespaces(options) ? bind->inside : bind->host;
        allow_path(ruleset, path, EXECUTE | READ_FILE | READ_DIRECTORY, abi);
    }
    if (scratch >= 0) allow(ruleset, scratch, scratch_rights(options), abi);
    else if (options->scratch > 0) allow_path(ruleset, "/box", scratch_rights(options), abi);
    if (syscall(SYS_landlock_restrict_self, ruleset, 0) != 0) fail("cannot enforce the Landlock rules");
    close(ruleset);
}

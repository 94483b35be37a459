// Kernel interfaces newer than the C library's headers on the oldest system that MAIGEN is built on.
#ifndef KERNEL_H
#define KERNEL_H

#include "jail.h"

#include <linux/types.h>
#include <sys/syscall.h>

#ifndef SYS_open_tree
#define SYS_open_tree 428
#define SYS_move_mount 429
#endif
#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_clone3
#define SYS_clone3 435
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif
#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum {
    KERNEL_OPEN_TREE_CLONE = 1,
    KERNEL_AT_RECURSIVE = 0x8000,
    KERNEL_MOVE_MOUNT_F_EMPTY_PATH = 4,
    KERNEL_CLOSE_RANGE_CLOEXEC = 4,
    KERNEL_MOUNT_ATTR_RDONLY = 1,
    KERNEL_MOUNT_ATTR_NOSUID = 2,
    KERNEL_MOUNT_ATTR_NODEV = 4,
};

struct kernel_mount_attr {
    uint64_t attr_set, attr_clr, propagation, userns_fd;
};

// linux/landlock.h of the newest ABI we use (6); the kernel takes the part it knows by the size we give.
struct kernel_landlock_ruleset {
    uint64_t files, network, scopes;
};

struct kernel_landlock_path {
    uint64_t allowed_access;
    int32_t parent;
} __attribute__((packed));

#endif

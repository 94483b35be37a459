// The command line. Every option takes its values as separate words, so that no path needs escaping.
#include "jail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const level_names[] = {"root", "userns", "landlock", "none"};

const char *level_name(enum level level) { return level_names[level]; }

bool has_namespaces(const struct options *options) { return options->level <= LEVEL_USERNS; }

static struct options defaults(void) {
    struct options options = {
        .level = LEVEL_ROOT,
        .profile = PROFILE_RUN,
        .wall_ms = 10000,
        .file_size = 64LL << 20,
        .stack = -1,
        .processes = 32,
        .open_files = 64,
        .uid = 60000,
        .gid = 60000,
        .cgroup = "auto",
        .result = 1,
        .lifeline = -1,
        .environment = {"PATH=/usr/bin:/bin", "LANG=C", "HOME=/"},
        .environment_count = 3,
    };
    return options;
}

// The words that are still to be read.
struct words {
    char **next;
    char **end;
};

static char *take_word(struct words *words, const char *option) {
    if (words->next == words->end) {
        errno = EINVAL;
        fail("option %s: value missing", option);
    }
    return *words->next++;
}

static long long take_number(struct words *words, const char *option) {
    const char *word = take_word(words, option);
    char *end;
    errno = 0;
    long long number = strtoll(word, &end, 10);
    if (errno != 0 || end == word || *end != 0 || number < -1) {
        errno = EINVAL;
        fail("option %s: %s is no number", option, word);
    }
    return number;
}

static int take_choice(struct words *words, const char *option, const char *const *choices, int count) {
    const char *word = take_word(words, option);
    for (int index = 0; index < count; index++)
        if (strcmp(word, choices[index]) == 0) return index;
    errno = EINVAL;
    fail("option %s: unknown value %s", option, word);
}

static void require_room(int count, int room, const char *option) {
    if (count < room) return;
    errno = E2BIG;
    fail("too many %s", option);
}

// A name in the scratch directory is one path component: it can lead nowhere else.
static const char *take_name(struct words *words, const char *option) {
    const char *name = take_word(words, option);
    if (*name == 0 || strchr(name, '/') != NULL || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        errno = EINVAL;
        fail("option %s: %s is no plain name", option, name);
    }
    return name;
}

static void take_bind(struct words *words, struct options *options) {
    require_room(options->bind_count, MAX_BINDS, "--ro");
    struct bind *bind = &options->binds[options->bind_count++];
    bind->host = take_word(words, "--ro");
    bind->inside = take_word(words, "--ro");
    bind->tree = -1;
    if (bind->host[0] == '/' && bind->inside[0] == '/' && strstr(bind->inside, "..") == NULL) return;
    errno = EINVAL;
    fail("option --ro: %s %s", bind->host, bind->inside);
}

static void take_put(struct words *words, struct options *options) {
    require_room(options->put_count, MAX_FILES, "--put");
    struct transfer *put = &options->puts[options->put_count++];
    put->host = take_word(words, "--put");
    put->name = take_name(words, "--put");
    put->limit = 1LL << 30;
}

static void take_take(struct words *words, struct options *options) {
    require_room(options->take_count, MAX_FILES, "--take");
    struct transfer *take = &options->takes[options->take_count++];
    take->name = take_name(words, "--take");
    take->host = take_word(words, "--take");
    take->limit = take_number(words, "--take");
}

static void take_environment(struct words *words, struct options *options) {
    require_room(options->environment_count, MAX_ENVIRONMENT, "--env");
    options->environment[options->environment_count++] = take_word(words, "--env");
}

static bool take_number_option(const char *word, struct words *words, struct options *options) {
    const struct {
        const char *name;
        long long *place;
    } numbers[] = {
        {"--cpu-ms", &options->cpu_ms}, {"--wall-ms", &options->wall_ms},     {"--memory", &options->memory},
        {"--stack", &options->stack},   {"--file-size", &options->file_size}, {"--scratch", &options->scratch},
    };
    for (size_t index = 0; index < sizeof numbers / sizeof *numbers; index++)
        if (strcmp(word, numbers[index].name) == 0) {
            *numbers[index].place = take_number(words, word);
            return true;
        }
    if (strcmp(word, "--processes") == 0) options->processes = (long)take_number(words, word);
    else if (strcmp(word, "--open-files") == 0) options->open_files = (long)take_number(words, word);
    else if (strcmp(word, "--uid") == 0) options->uid = (uid_t)take_number(words, word);
    else if (strcmp(word, "--gid") == 0) options->gid = (gid_t)take_number(words, word);
    else if (strcmp(word, "--result-fd") == 0) options->result = (int)take_number(words, word);
    else if (strcmp(word, "--lifeline-fd") == 0) options->lifeline = (int)take_number(words, word);
    else return false;
    return true;
}

static bool take_word_option(const char *word, struct words *words, struct options *options) {
    static const char *const profiles[] = {"run", "compile"};
    if (strcmp(word, "--level") == 0) options->level = (enum level)take_choice(words, word, level_names, 4);
    else if (strcmp(word, "--profile") == 0) options->profile = (enum profile)take_choice(words, word, profiles, 2);
    else if (strcmp(word, "--exec") == 0) options->executable = take_word(words, word);
    else if (strcmp(word, "--probe-payload") == 0) options->probe_payload = true;
    else if (strcmp(word, "--stdin") == 0) options->standard_input = take_word(words, word);
    else if (strcmp(word, "--stdout") == 0) options->standard_output = take_word(words, word);
    else if (strcmp(word, "--stderr") == 0) options->standard_error = take_word(words, word);
    else if (strcmp(word, "--scratch-directory") == 0) options->scratch_directory = take_word(words, word);
    else if (strcmp(word, "--cgroup") == 0) options->cgroup = take_word(words, word);
    else if (strcmp(word, "--ro") == 0) take_bind(words, options);
    else if (strcmp(word, "--put") == 0) take_put(words, options);
    else if (strcmp(word, "--take") == 0) take_take(words, options);
    else if (strcmp(word, "--env") == 0) take_environment(words, options);
    else return false;
    return true;
}

static void require_sense(const struct options *options) {
    errno = EINVAL;
    if (options->arguments == NULL || *options->arguments == NULL) fail("no program: -- NAME ARGUMENTS");
    if (options->scratch == 0 && options->put_count + options->take_count > 0) fail("--put and --take need --scratch");
    if (options->scratch > 0 && !has_namespaces(options) && options->scratch_directory == NULL)
        fail("--scratch needs --scratch-directory at level %s", level_name(options->level));
    if (options->uid == 0 || options->gid == 0) fail("the payload is never root");
    errno = 0;
}

enum command parse_options(int count, char **arguments, struct options *options) {
    *options = defaults();
    struct words words = {arguments + 1, arguments + count};
    enum command command = COMMAND_RUN;
    while (words.next != words.end) {
        const char *word = *words.next++;
        if (strcmp(word, "--") == 0) {
            options->arguments = words.next;
            break;
        }
        if (strcmp(word, "--probe") == 0) command = COMMAND_PROBE;
        else if (strcmp(word, "--sweep") == 0) command = COMMAND_SWEEP;
        else if (!take_number_option(word, &words, options) && !take_word_option(word, &words, options)) {
            errno = EINVAL;
            fail("unknown option %s", word);
        }
    }
    if (command == COMMAND_RUN) require_sense(options);
    return command;
}

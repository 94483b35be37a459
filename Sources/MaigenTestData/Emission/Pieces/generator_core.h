// How often one step is drawn again before a larger one is.
const int TRIES = 300;

// Why the last step that did not fit was drawn again.
string lastReason = "the bounds leave no value";

// Ends the program. Code 2: wrong command line; code 3: nothing found that fits.
[[noreturn]] void fail(int code, const string& message) {
    fprintf(stderr, "generator: %s\n", message.c_str());
    exit(code);
}

// For "return reject(...)": what was drawn does not fit, and why.
bool reject(const char* reason) {
    lastReason = reason;
    return false;
}

// Draws until it fits, TRIES times at most. The step is told the number of the attempt, so that it can keep less and
// less to what the command line asks for.
template <class Step>
bool retry(int attempt, Step step) {
    for (int i = 0; i < TRIES; i++)
        if (step(attempt + i)) return true;
    return false;
}

// How many values have been drawn so far: large inputs are not drawn as often as small ones.
long long work = 0;

// Draws a whole block until it fits; ends the program where that does not succeed.
template <class Step>
void retryOrFail(Step step) {
    long long start = work;
    for (int i = 0; i < 1000 && (i < 20 || work - start < 20'000'000); i++)
        if (step(5 * i)) return;
    fail(3, "found nothing that fulfils: " + lastReason);
}

// A whole number, each of least..greatest equally likely.
long long uniform(long long least, long long greatest) {
    __int128 size = (__int128)greatest - least + 1;
    if (size <= LLONG_MAX) return least + rnd.next((long long)size);
    // More numbers than testlib can count: 64 random bits until they fall into the range.
    while (true) {
        unsigned long long high = rnd.next(1LL << 32);
        unsigned long long low = rnd.next(1LL << 32);
        unsigned long long offset = high << 32 | low;
        if (offset < (unsigned __int128)size) return (long long)((__int128)least + offset);
    }
}

// A whole number of least..greatest whose distance from least has a uniform logarithm.
long long logUniform(long long least, long long greatest) {
    long double size = (long double)greatest - least + 1;
    long double offset = expl(logl(size) * rnd.next(1'000'001) / 1'000'000) - 1;
    __int128 value = (__int128)least + (__int128)offset;
    return value > greatest ? greatest : (long long)value;
}

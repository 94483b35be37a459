#include "testlib.h"

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int p = inf.readInt(1, 100000, "p");
    inf.readSpace();
    int c = inf.readInt(1, 100000, "c");
    inf.readEoln();
    std::vector<int> last(p + 1);
    int total = 0;
    for (int club = 1; club <= c; club++) {
        int k = inf.readInt(0, p, "k");
        total += k;
        ensuref(total <= 500000, "the sum of k is over 500000");
        for (int i = 1; i <= k; i++) {
            inf.readSpace();
            int member = inf.readInt(1, p, "member");
            ensuref(last[member] != club, "member %d is listed twice", member);
            last[member] = club;
        }
        inf.readEoln();
    }
    inf.readEof();
    return 0;
}

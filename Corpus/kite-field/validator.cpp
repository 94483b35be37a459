#include "testlib.h"

#include <string>

void checkCoordinate(const std::string &text) {
    ensuref(!text.empty() && text.size() <= 11, "'%s' is not a coordinate", text.c_str());
    long long value = 0;
    for (size_t i = text[0] == '-'; i < text.size(); i++) {
        ensuref('0' <= text[i] && text[i] <= '9', "'%s' is not a number", text.c_str());
        value = value * 10 + (text[i] - '0');
    }
    ensuref(value <= 1000000000, "%s is out of range", text.c_str());
    ensuref(std::to_string(text[0] == '-' ? -value : value) == text, "'%s' is not in the usual form", text.c_str());
}

int main(int argc, char *argv[]) {
    registerValidation(argc, argv);
    int n = inf.readInt(1, 100000, "n");
    inf.readEoln();
    for (int i = 1; i <= n; i++) {
        std::string text = inf.readToken();
        inf.readEoln();
        size_t comma = text.find(',');
        ensuref(text[0] == '(' && text.back() == ')' && comma != std::string::npos, "'%s' is not a point", text.c_str());
        checkCoordinate(text.substr(1, comma - 1));
        checkCoordinate(text.substr(comma + 1, text.size() - comma - 2));
    }
    inf.readEof();
    return 0;
}

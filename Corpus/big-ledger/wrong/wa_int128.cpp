// Wrong: calculates with 128-bit integers, which have room for 38 digits only.
#include <algorithm>
#include <iostream>
#include <string>

typedef unsigned __int128 Number;

Number number(const std::string &s) {
    Number x = 0;
    for (char c : s) x = x * 10 + Number(c - '0');
    return x;
}

std::string text(Number x) {
    std::string s;
    do {
        s += char('0' + int(x % 10));
        x /= 10;
    } while (x > 0);
    std::reverse(s.begin(), s.end());
    return s;
}

int main() {
    std::string s, op, t;
    while (std::cin >> s >> op >> t) {
        Number a = number(s), b = number(t);
        if (op == "+") std::cout << text(a + b);
        else if (op == "*") std::cout << text(a * b);
        else if (a >= b) std::cout << text(a - b);
        else std::cout << '-' << text(b - a);
        std::cout << '\n';
    }
    return 0;
}

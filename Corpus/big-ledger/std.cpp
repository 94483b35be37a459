#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

// Carries are done here; digits stand in increasing order of their weight.
std::string text(std::vector<int> digits) {
    digits.push_back(0);
    for (size_t i = 0; i + 1 < digits.size(); i++) {
        int carry = digits[i] >= 0 ? digits[i] / 10 : -((9 - digits[i]) / 10);
        digits[i] -= carry * 10;
        digits[i + 1] += carry;
    }
    if (digits.back() >= 10) {
        int rest = digits.back();
        digits.pop_back();
        for (; rest > 0; rest /= 10) digits.push_back(rest % 10);
    }
    while (digits.size() > 1 && digits.back() == 0) digits.pop_back();
    std::string s;
    for (size_t i = digits.size(); i-- > 0;) s += char('0' + digits[i]);
    return s;
}

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::string a, op, b;
    while (std::cin >> a >> op >> b) {
        bool less = a.size() != b.size() ? a.size() < b.size() : a < b;
        if (op == "-" && less) {
            std::swap(a, b);
            std::cout << '-';
        }
        std::reverse(a.begin(), a.end());
        std::reverse(b.begin(), b.end());
        std::vector<int> result(a.size() + b.size());
        if (op == "*") {
            for (size_t i = 0; i < a.size(); i++) {
                for (size_t j = 0; j < b.size(); j++) result[i + j] += (a[i] - '0') * (b[j] - '0');
            }
        } else {
            for (size_t i = 0; i < a.size(); i++) result[i] += a[i] - '0';
            for (size_t i = 0; i < b.size(); i++) result[i] += (op == "+" ? 1 : -1) * (b[i] - '0');
        }
        std::cout << text(result) << '\n';
    }
    return 0;
}

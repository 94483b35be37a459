// Wrong: removes at most one leading zero of a difference and of a product.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::string a, op, b;
    while (std::cin >> a >> op >> b) {
        bool less = a.size() != b.size() ? a.size() < b.size() : a < b;
        if (op == "-" && less) {
            std::swap(a, b);
            std::cout << '-';
        }
        std::reverse(a.begin(), a.end());
        std::reverse(b.begin(), b.end());
        std::vector<int> result(op == "*" ? a.size() + b.size() : std::max(a.size(), b.size()) + (op == "+"));
        if (op == "*") {
            for (size_t i = 0; i < a.size(); i++) {
                for (size_t j = 0; j < b.size(); j++) result[i + j] += (a[i] - '0') * (b[j] - '0');
            }
        } else {
            for (size_t i = 0; i < a.size(); i++) result[i] += a[i] - '0';
            for (size_t i = 0; i < b.size(); i++) result[i] += (op == "+" ? 1 : -1) * (b[i] - '0');
        }
        for (size_t i = 0; i + 1 < result.size(); i++) {
            while (result[i] < 0) {
                result[i] += 10;
                result[i + 1]--;
            }
            result[i + 1] += result[i] / 10;
            result[i] %= 10;
        }
        if (result.size() > 1 && result.back() == 0) result.pop_back();
        for (size_t i = result.size(); i-- > 0;) std::cout << result[i];
        std::cout << '\n';
    }
    return 0;
}

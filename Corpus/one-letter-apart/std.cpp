#include <algorithm>
#include <iostream>
#include <numeric>
#include <string>
#include <vector>

int n, m;

// For each string, the length of the common prefix with its predecessor in sorted order.
struct Order {
    std::vector<int> index, common;

    explicit Order(const std::vector<std::string> &s) : index(n), common(n) {
        std::iota(index.begin(), index.end(), 0);
        std::sort(index.begin(), index.end(), [&](int a, int b) { return s[a] < s[b]; });
        for (int k = 1; k < n; k++) {
            const std::string &a = s[index[k - 1]], &b = s[index[k]];
            while (a[common[k]] == b[common[k]]) common[k]++;
        }
    }

    // Numbers the prefixes of the given length so that equal prefixes have equal numbers.
    void classes(int length, std::vector<int> &result) const {
        int c = 0;
        for (int k = 0; k < n; k++) {
            if (k > 0 && common[k] < length) c++;
            result[index[k]] = c;
        }
    }
};

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    std::cin >> n >> m;
    std::vector<std::string> s(n);
    for (auto &x : s) std::cin >> x;
    Order forward(s);
    for (auto &x : s) std::reverse(x.begin(), x.end());
    Order backward(s);
    std::vector<int> left(n), right(n);
    std::vector<long long> keys(n);
    long long pairs = 0;
    for (int p = 0; p < m; p++) {
        forward.classes(p, left);
        backward.classes(m - 1 - p, right);
        for (int i = 0; i < n; i++) keys[i] = 1LL * left[i] * n + right[i];
        std::sort(keys.begin(), keys.end());
        int equal = 0;
        for (int i = 1; i < n; i++) {
            equal = keys[i] == keys[i - 1] ? equal + 1 : 0;
            pairs += equal;
        }
    }
    std::cout << pairs << '\n';
    return 0;
}

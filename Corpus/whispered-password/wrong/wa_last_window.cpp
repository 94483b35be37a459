// Wrong: forgets the window that ends with the last letter, unless it is the only one.
#include <algorithm>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

int main() {
    std::ios::sync_with_stdio(false);
    std::cin.tie(nullptr);
    int n, k;
    std::string s;
    std::cin >> n >> k >> s;
    std::vector<std::string_view> windows;
    for (int i = 0; i == 0 || i + k < n; i++) windows.push_back(std::string_view(s).substr(i, k));
    std::sort(windows.begin(), windows.end());
    std::cout << std::unique(windows.begin(), windows.end()) - windows.begin() << '\n';
    return 0;
}

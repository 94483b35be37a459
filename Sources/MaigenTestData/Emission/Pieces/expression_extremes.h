// The least value; there must be one.
long long leastOf(const std::vector<long long>& values) {
    if (values.empty()) throw std::out_of_range("least value of an empty list");
    return *std::min_element(values.begin(), values.end());
}

// The greatest value; there must be one.
long long greatestOf(const std::vector<long long>& values) {
    if (values.empty()) throw std::out_of_range("greatest value of an empty list");
    return *std::max_element(values.begin(), values.end());
}

#ifndef MAIGEN_CCURL_H
#define MAIGEN_CCURL_H

#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic: one function for each kind of value. */
CURLcode ccurl_set_long(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode ccurl_get_long(CURL *handle, CURLINFO what, long *value);

typedef size_t (*ccurl_read)(char *buffer, size_t size, size_t count, void *source);
CURLcode ccurl_set_read(CURL *handle, ccurl_read read, void *source);

/* Throws away whatever the other side sends beside the protocol; libcurl would print it. */
CURLcode ccurl_set_silent(CURL *handle);

#endif

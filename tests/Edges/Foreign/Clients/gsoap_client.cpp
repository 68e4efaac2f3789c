// gSOAP and its wsseapi as the LLTP software: stubs of wsdl2h and soapcpp2, a signed call, the answer's signature verified.
//
// usage: gsoap_client ENDPOINT DOSSIER LOOKUP KEY CERTIFICATE HUB_CERTIFICATE
// exit:  0 answered and verified, 2 fault, 3 the answer is not believed
#include <cstdio>
#include <ctime>
#include <string>
#include <openssl/pem.h>
#include "soapH.h"
#include "wsseapi.h"
#include "LltpHubPortSoap.nsmap"

template <class T> static T *read(const char *path, T *(*reader)(FILE *, T **, pem_password_cb *, void *)) {
    FILE *file = fopen(path, "r");
    T *one = file ? reader(file, nullptr, nullptr, nullptr) : nullptr;
    if (file) fclose(file);
    if (!one) { fprintf(stderr, "cannot read %s\n", path); exit(1); }
    return one;
}

static int disbelieve(struct soap *soap, const char *why) {
    printf("NOT BELIEVED %s\n", why);
    soap_print_fault(soap, stdout);
    return 3;
}

static bool signed_by(struct soap *soap, X509 *hub) {
    X509 *shown = soap_wsse_get_KeyInfo_SecurityTokenReferenceX509(soap);
    bool same = shown && X509_cmp(shown, hub) == 0;
    if (shown) X509_free(shown);
    return same;
}

int main(int, char **argument) {
    EVP_PKEY *key = read<EVP_PKEY>(argument[4], PEM_read_PrivateKey);
    X509 *certificate = read<X509>(argument[5], PEM_read_X509), *hub = read<X509>(argument[6], PEM_read_X509);
    struct soap *soap = soap_new1(SOAP_XML_CANONICAL | SOAP_C_UTFSTRING);
    soap_register_plugin(soap, soap_wsse);
    soap->cafile = argument[6];

    std::string officer = "Trần Văn Mẫu";
    _ns1__yeuCauTraCuu request;
    request.soap_default(soap);
    request.idReceivedDec = argument[2];
    request.maTraCuu = argument[3];
    request.canBoXuLy = officer;
    request.thoiDiem = time(nullptr);
    ns1__TraLoi answer;

    if (soap_wsse_add_Timestamp(soap, "Time", 300)
        || soap_wsse_add_BinarySecurityTokenX509(soap, "Token", certificate)
        || soap_wsse_add_KeyInfo_SecurityTokenReferenceX509(soap, "#Token")
        || soap_wsse_sign_body(soap, SOAP_SMD_SIGN_RSA_SHA256, key, 0)
        || soap_wsse_verify_auto(soap, SOAP_SMD_NONE, nullptr, 0)) {
        soap_print_fault(soap, stderr);
        return 1;
    }
    int outcome = soap_call___ns1__yeuCauTraCuu(soap, argument[1], nullptr, &request, answer);
    const char *faultcode = outcome && soap->fault ? *soap_faultcode(soap) : nullptr;
    bool from_hub = faultcode && soap->fault->detail;
    if (outcome && !from_hub)
        return disbelieve(soap, "unverified");
    if (soap_wsse_verify_body(soap))
        return disbelieve(soap, "the Body is not signed");
    if (!signed_by(soap, hub))
        return disbelieve(soap, "signed by another than this hub");
    if (outcome) {
        printf("FAULT ");
        soap_print_fault(soap, stdout);
        return 2;
    }
    printf("STATUS %s ID %s\n", answer.STATUS.c_str(), answer.ID ? answer.ID->c_str() : "");
    return 0;
}

<?php
// PHP's SoapClient as the LLTP software: the request is built from the WSDL and not signed, so that the hub must say no.
//
// usage: php php_client.php WSDL DOSSIER LOOKUP ANSWER_FILE
// exit:  2 fault; the raw answer is written to ANSWER_FILE
[, $wsdl, $dossier, $lookup, $file] = $argv;
$client = new SoapClient($wsdl, ['trace' => true, 'cache_wsdl' => WSDL_CACHE_NONE, 'exceptions' => true]);
try {
    $answer = $client->yeuCauTraCuu([
        'idReceivedDec' => $dossier, 'maTraCuu' => $lookup, 'canBoXuLy' => 'Trần Văn Mẫu', 'thoiDiem' => gmdate('Y-m-d\TH:i:s\Z')]);
    echo 'STATUS ', $answer->STATUS, "\n";
} catch (SoapFault $fault) {
    file_put_contents($file, $client->__getLastResponse());
    echo 'FAULT ', $fault->faultcode, ' ', $fault->faultstring, ' ', json_encode($fault->detail ?? null, JSON_UNESCAPED_UNICODE), "\n";
    exit(2);
}

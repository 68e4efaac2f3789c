namespace LLTP.Hub.Security;

/// <summary>What one of the hub's own keys is for.</summary>
public enum KeyPurpose { Soap, Xml, Jws, TlsClient, TlsServer }

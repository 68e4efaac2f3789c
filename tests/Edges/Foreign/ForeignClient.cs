using LLTP.Hub.Tests.Structure;

namespace LLTP.Hub.Tests.Edges.Foreign;

/// <summary>The SOAP stacks of others; each builds its client from the WSDL that the running hub serves, as it is.</summary>
public enum ForeignToolkit { Zeep, Node, Wsimport, Gsoap }

/// <summary>A client that was built once and can be called often.</summary>
/// <param name="Address">What the client is given: the WSDL's address, or the endpoint where the WSDL was compiled in.</param>
sealed record ForeignClient(string Program, string Folder, IReadOnlyList<string> Start, string Address, IReadOnlyDictionary<string, string>? Environment = null)
{
    const string Soap = "soap@1.13.0", XmlCrypto = "xml-crypto@6.3.2";

    static string Sources { get; } = Path.Combine(Repository.Root.FullName, "tests", "Edges", "Foreign", "Clients");

    public Task<Ran> CallAsync(IEnumerable<string> arguments) => ForeignProgram.RunAsync(Program, Folder, [.. Start, Address, .. arguments], Environment);

    public static async Task<ForeignClient> BuildAsync(ForeignToolkit toolkit, Uri endpoint, string folder)
    {
        Directory.CreateDirectory(folder);
        return toolkit switch
        {
            ForeignToolkit.Zeep => new("/usr/bin/python3", folder, [Source("zeep_client.py")], Wsdl(endpoint)),
            ForeignToolkit.Node => await NodeAsync(endpoint, folder),
            ForeignToolkit.Wsimport => await WsimportAsync(endpoint, folder),
            _ => await GsoapAsync(endpoint, folder),
        };
    }

    public static ForeignClient Php(Uri endpoint, string folder) => new("php", folder, [Source("php_client.php")], Wsdl(endpoint));

    static async Task<ForeignClient> NodeAsync(Uri endpoint, string folder)
    {
        await ForeignProgram.BuildAsync(folder, "npm", "install", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, Soap, XmlCrypto);
        return new("node", folder, ["--no-deprecation", Source("node_client.mjs")], Wsdl(endpoint),
            new Dictionary<string, string> { ["NODE_PATH"] = Path.Combine(folder, "node_modules") });
    }

    static async Task<ForeignClient> WsimportAsync(Uri endpoint, string folder)
    {
        const string Libraries = "/usr/share/java/jaxws-rt.jar:/usr/share/java/jaxws-api.jar";
        await ForeignProgram.BuildAsync(folder, "wsimport", "-quiet", "-Xnocompile", "-keep", "-p", "vn.lltp.client", "-s", folder, Wsdl(endpoint));
        var stubs = Directory.GetFiles(Path.Combine(folder, "vn", "lltp", "client"), "*.java");
        await ForeignProgram.BuildAsync(folder, "javac",
            ["-nowarn", "-cp", Libraries, "-d", folder, Source("WsimportClient.java"), Source("SignatureHandler.java"), .. stubs]);
        return new("java", folder, ["-cp", $"{folder}:{Libraries}", "WsimportClient"], Wsdl(endpoint));
    }

    // The two imports are how gSOAP's manual adds its plug-ins to what wsdl2h wrote: wsseapi, and addressing, whose headers the hub signs.
    static async Task<ForeignClient> GsoapAsync(Uri endpoint, string folder)
    {
        const string Share = "/usr/share/gsoap";
        await ForeignProgram.BuildAsync(folder, "wsdl2h", "-o", "hub.h", Wsdl(endpoint));
        await File.WriteAllTextAsync(Path.Combine(folder, "all.h"), "#import \"wsa5.h\"\n#import \"wsse.h\"\n#import \"hub.h\"\n");
        await ForeignProgram.BuildAsync(folder, "soapcpp2", "-CL", $"-I{Share}/import", $"-I{Share}", "-I.", "all.h");
        string[] units =
        [
            Source("gsoap_client.cpp"), "soapC.cpp", "soapClient.cpp", $"{Share}/custom/struct_timeval.c",
            .. from plugin in (string[])["wsseapi", "wsaapi", "smdevp", "mecevp", "threads"] select $"{Share}/plugin/{plugin}.c",
        ];
        await ForeignProgram.BuildAsync(folder, "g++",
            ["-O0", "-w", "-DWITH_OPENSSL", "-DWITH_DOM", "-DWITH_GZIP", "-DWITH_IPV6", "-I.", $"-I{Share}/plugin", $"-I{Share}", "-x", "c++", .. units,
             "-o", "client", "-lgsoapssl++", "-lssl", "-lcrypto", "-lz", "-lpthread"]);
        return new(Path.Combine(folder, "client"), folder, [], $"{endpoint}");
    }

    static string Wsdl(Uri endpoint) => $"{endpoint}?wsdl";

    static string Source(string name) => Path.Combine(Sources, name);
}

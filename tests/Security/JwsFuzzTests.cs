using System.Diagnostics;
using System.Text;
using LLTP.Hub.Security;
using Xunit;

namespace LLTP.Hub.Tests.Security;

public sealed class JwsFuzzTests
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=,+/ \r\n\0é";
    static readonly string[] Members =
        ["\"alg\":\"none\"", "\"crit\":[\"b64\"]", "\"b64\":false", "\"kid\":\"\"", "\"exp\":9e9", "\"jwk\":{}",
        "\"a\":\"\\ud800\"", "\"x5c\":[]", "}", "{"];

    static int Rounds => Environment.GetEnvironmentVariable("LLTP_TEST_FULL") == "1" ? 20_000 : 1_000;

    [Theory]
    [InlineData("RS256", 1), InlineData("PS256", 2), InlineData("ES256", 3), InlineData("ES384", 4)]
    public void Whatever_is_accepted_after_a_mutation_has_the_body_that_was_signed(string algorithm, int seed)
    {
        var random = new Random(seed);
        var (good, accepted, slowest) = (JwsSamples.Signed(algorithm), 0, TimeSpan.Zero);
        for (var round = 0; round < Rounds / 4; round++)
        {
            var (signature, body) = (Mutated(good, random), random.Next(3) == 0 ? JwsSamples.Body : Mutated(JwsSamples.Body, random));
            var start = Stopwatch.GetTimestamp();
            var verified = JwsSamples.Verify(random.Next(3) == 0 ? good : signature, body);
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            accepted += verified.IsVerified ? 1 : 0;
            Assert.True(!verified.IsVerified || body.AsSpan().SequenceEqual(JwsSamples.Body), $"round {round} of seed {seed}");
            Assert.NotEqual(verified.IsVerified, verified.Refusal is not null);
        }
        Assert.InRange(accepted, 1, Rounds / 4 - 1);
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    static string Mutated(string signature, Random random)
    {
        var parts = signature.Split('.');
        if (random.Next(2) == 0)
            return $"{JwsSamples.Encode(MutatedHeader(parts[0], random))}..{parts[2]}";
        var text = new StringBuilder(signature);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(text.Length);
            _ = random.Next(3) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 9), text.Length - at)).Append('A'),
                1 => text.Insert(at, Letters[random.Next(Letters.Length)]),
                _ => text.Replace(text[at], Letters[random.Next(Letters.Length)], at, 1),
            };
        }
        return text.ToString();
    }

    static byte[] MutatedHeader(string encoded, Random random)
    {
        var padded = encoded.Replace('-', '+').Replace('_', '/') + new string('=', (4 - encoded.Length % 4) % 4);
        var header = Convert.FromBase64String(padded);
        return random.Next(2) == 0
            ? Mutated(header, random)
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(header)
                .Insert(1, Members[random.Next(Members.Length)] + (random.Next(4) == 0 ? "" : ",")));
    }

    static byte[] Mutated(byte[] bytes, Random random)
    {
        var changed = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0 && changed.Count > 1; times--)
        {
            var at = random.Next(changed.Count);
            switch (random.Next(3))
            {
                case 0: changed.RemoveAt(at); break;
                case 1: changed.Insert(at, (byte)random.Next(256)); break;
                default: changed[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }
        return [.. changed];
    }
}

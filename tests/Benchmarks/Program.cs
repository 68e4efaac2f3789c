using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using LLTP.Hub.Benchmarks;

// What the whole hub does, measured by commands of our own; everything else is BenchmarkDotNet's.
//   sizes [sqlite|postgres] [COUNT...]   the hot path at 10,000, 1,000,000 and 5,000,000 messages
//   throughput [DOSSIERS]                dossiers per second on each store
//   cpu [DOSSIERS]                       the hub's CPU per dossier against the bare operations that it cannot avoid
switch (args)
{
    case ["sizes", .. var rest]:
        await Sizes.RunAsync(rest);
        break;
    case ["throughput", .. var rest]:
        await Throughput.RunAsync(rest);
        break;
    case ["cpu", .. var rest]:
        await CpuPerDossier.RunAsync(rest);
        break;
    default:
        // In this process: the generated project of the other toolchains does not fit this repository's build settings.
        // Eight rounds a case: a whole run takes some minutes on two cores, and it is the ratios of one run that count.
        var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(8);
        BenchmarkSwitcher.FromAssembly(typeof(Signing).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        break;
}

using Xunit;

namespace LLTP.Hub.Tests.Support;

/// <summary>Tests that mean what the machine can do: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(AloneOnTheMachine), DisableParallelization = true)]
public sealed class AloneOnTheMachine;

using LLTP.Hub.Core.Partners;
using LLTP.Hub.Core.Process;
using LLTP.Hub.Core.Store;
using LLTP.Hub.Mappings.Canonical;
using LLTP.Hub.Tests.Support;
using Xunit;
using static LLTP.Hub.Core.Process.DossierState;

namespace LLTP.Hub.Tests.Core;

public sealed class ProcessDecisionTests
{
    [Fact]
    public void An_event_that_the_table_does_not_allow_changes_nothing() =>
        Assert.Null(Decide(At(Finished), EventKind.Withdrawn, Partner.Tthc));

    [Theory]
    [InlineData(null, 0, MessageKind.LltpDossier)]
    [InlineData(DeliveryState.Delivered, 1, MessageKind.LltpUpdate)]
    [InlineData(DeliveryState.OutcomeUnknown, 1, MessageKind.LltpUpdate)]
    [InlineData(DeliveryState.Cancelled, 0, MessageKind.LltpDossier)]
    public void The_lltp_software_gets_an_update_when_it_may_have_an_earlier_version(string? earlier, int attempt, string owed)
    {
        var file = earlier is null ? At(Registered) : At(Registered, Row("d", MessageKind.LltpDossier, earlier, attempt));

        Assert.Contains(owed, Kinds(Decide(file, EventKind.Accepted, Partner.Tthc, Sample.Acceptance())));
        Assert.Single(Kinds(Decide(file, EventKind.Accepted, Partner.Tthc, Sample.Acceptance())), MessageKind.IsLltpDossier);
    }

    [Fact]
    public void A_supplement_pauses_only_an_lltp_software_that_has_the_dossier()
    {
        Assert.DoesNotContain(MessageKind.LltpPause, Kinds(Decide(At(Registered), EventKind.SupplementAsked, Partner.Tthc)));
        Assert.Contains(MessageKind.LltpPause, Kinds(Decide(At(Accepted, Row("d", MessageKind.LltpDossier, DeliveryState.InFlight, 1)),
            EventKind.SupplementAsked, Partner.Tthc)));
    }

    [Fact]
    public void Closing_cancels_content_that_was_never_sent_and_owes_no_stop_for_it()
    {
        var file = At(Accepted, Row("d", MessageKind.LltpDossier, DeliveryState.Waiting, 0));

        var change = Decide(file, EventKind.Withdrawn, Partner.Tthc);

        Assert.Equal([new Cancellation("d", "Withdrawn")], change?.Cancels);
        Assert.DoesNotContain(MessageKind.LltpStop, Kinds(change));
    }

    [Theory]
    [InlineData(DeliveryState.InFlight), InlineData(DeliveryState.OutcomeUnknown)]
    [InlineData(DeliveryState.Waiting), InlineData(DeliveryState.Delivered)]
    public void Closing_lets_content_that_was_sent_finish_and_stops_it_then(string state)
    {
        var change = Decide(At(Accepted, Row("d", MessageKind.LltpDossier, state, 1)), EventKind.Stopped, Partner.Tthc);

        Assert.Empty(change?.Cancels ?? []);
        Assert.Contains(MessageKind.LltpStop, Kinds(change));
    }

    [Fact]
    public void Closing_never_cancels_what_tells_a_state()
    {
        string[] telling =
        [
            MessageKind.VneidState, MessageKind.VneidResult, MessageKind.TthcProgress, MessageKind.DvcqgDossier, MessageKind.DvcqgProgress,
        ];
        var file = At(InProcess, [.. telling.Select(kind => Row(kind, kind, DeliveryState.Waiting, 0))]);

        Assert.Empty(Decide(file, EventKind.Withdrawn, Partner.Tthc)?.Cancels ?? []);
    }

    [Theory]
    [InlineData(MessageKind.TthcDossier), InlineData(MessageKind.LltpDossier), InlineData(MessageKind.LltpUpdate)]
    [InlineData(MessageKind.V06Lookup), InlineData(MessageKind.LltpLookupResult), InlineData(MessageKind.TthcCertificate)]
    public void Closing_cancels_every_kind_of_content(string kind) =>
        Assert.Single(Decide(At(InProcess, Row("d", kind, DeliveryState.Waiting, 0)), EventKind.Withdrawn, Partner.Tthc)?.Cancels ?? []);

    [Fact]
    public void A_dossier_that_the_partner_refused_is_cancelled_by_closing_and_not_stopped()
    {
        var refused = Row("d", MessageKind.LltpDossier, DeliveryState.Parked, 1) with { Reason = nameof(WorkItemKind.PartnerRejected) };

        var change = Decide(At(Accepted, refused), EventKind.Withdrawn, Partner.Tthc);

        Assert.Single(change?.Cancels ?? []);
        Assert.DoesNotContain(MessageKind.LltpStop, Kinds(change));
    }

    [Theory]
    [InlineData(DeliveryState.Waiting, 0, true), InlineData(DeliveryState.Waiting, 1, false)]
    [InlineData(DeliveryState.OutcomeUnknown, 1, false)]
    public void A_new_version_supersedes_only_what_was_never_sent(string state, int attempt, bool superseded)
    {
        var told = Row("s", MessageKind.VneidState, DeliveryState.Waiting, 0);
        var file = At(DossierState.SupplementAsked, Row("d", MessageKind.LltpDossier, state, attempt), told);

        var change = Decide(file, EventKind.Resubmitted, Partner.Vneid);

        Assert.Equal(superseded ? [new("d", "Superseded")] : [], change?.Cancels ?? []);
    }

    [Theory]
    [InlineData(LookupState.Open, DeliveryState.Delivered, 1, true)]
    [InlineData(LookupState.Open, DeliveryState.OutcomeUnknown, 1, true)]
    [InlineData(LookupState.Open, DeliveryState.Waiting, 0, false)]
    [InlineData(LookupState.Answered, DeliveryState.Delivered, 1, false)]
    public void Closing_cancels_at_v06_what_v06_may_have_and_has_not_answered(string lookup, string delivery, int attempt, bool cancelled)
    {
        var file = At(InProcess, Row("y", MessageKind.V06Lookup, delivery, attempt)) with
        {
            Lookups = [new() { Id = "TC-1", Delivery = "y", Version = 1, State = lookup }],
        };

        Assert.Equal(cancelled, Kinds(Decide(file, EventKind.Stopped, Partner.Lltp)).Contains(MessageKind.V06Cancel));
    }

    [Fact]
    public void A_look_up_that_was_never_sent_is_not_cancelled_at_v06_because_an_answered_one_was()
    {
        var answered = Row("y", MessageKind.V06Lookup, DeliveryState.Delivered, 1);
        var file = At(InProcess, answered, Row("z", MessageKind.V06Lookup, DeliveryState.Waiting, 0)) with
        {
            Lookups = [Lookup("TC-1", "y", LookupState.Answered), Lookup("TC-2", "z", LookupState.Open)],
        };

        Assert.DoesNotContain(MessageKind.V06Cancel, Kinds(Decide(file, EventKind.Withdrawn, Partner.Tthc)));
    }

    [Theory]
    [InlineData(false, true), InlineData(true, false)]
    public void The_acknowledged_result_hands_over_unless_paper_was_asked(bool paper, bool handedOver) =>
        Assert.Equal(handedOver, Decide(At(Finished) with { Row = Dossier(Finished) with { Paper = paper } },
            EventKind.ResultAcknowledged, Partner.Hub) is not null);

    static Change? Decide(DossierFile file, EventKind on, string from, Content? content = null) =>
        ProcessDecision.Of(file, on, from, content, Sample.Start, Calendars.DueDates);

    static IEnumerable<string> Kinds(Change? change) => change?.Owes.Select(owed => owed.Kind) ?? [];

    static DossierFile At(DossierState state, params DeliveryRow[] deliveries) => new(Dossier(state), deliveries, []);

    static DossierRow Dossier(DossierState state) => new() { Number = Sample.Number, State = (int)state, Version = 1 };

    static DeliveryRow Row(string id, string kind, string state, int attempt) =>
        new() { Id = id, Kind = kind, Partner = MessageKind.PartnerOf(kind), State = state, Attempt = attempt };

    static LookupRow Lookup(string id, string delivery, string state) => new() { Id = id, Delivery = delivery, Version = 1, State = state };
}

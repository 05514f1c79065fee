using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Intake.Body;
using Microsoft.AspNetCore.HttpOverrides;

namespace CreditScoring.Service.Api;

/// <summary>All paths of the service, and the form of every refusal.</summary>
public static class Routes
{
    public static void MapApi(this WebApplication app)
    {
        app.UseForwardedHeaders(OverTls);
        app.Use(SafeHeaders.Add);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = Problems.OfFault,
            SuppressDiagnosticsCallback = context => Problems.IsExpected(context.Exception),
        });
        app.UseStatusCodePages(Problems.OfStatus);
        app.Use(Parameters.RefuseNul);
        app.Use(HeadAsGet);
        app.Use(PackedBody.Watch);
        app.UseRequestDecompression();
        app.UseResponseCompression();
        app.UseRouting();
        app.Use(HealthListener.Check);
        app.Use(RequestLimits.OfAddress);
        app.Use(OwnRequests.MakeRoom);
        app.UseAuthentication();
        app.Use(AccessCheck.Check);
        app.Use(RequestLimits.OfCaller);
        app.Use(OwnRequests.Check);
        app.Use(DeclaredParameters.Check);
        app.Use(AccessCheck.Tell);
        MapResources(app);
        ContractResource.Map(app);
    }

    private static void MapResources(IEndpointRouteBuilder app)
    {
        EventsResource.Map(app, app.ServiceProvider.GetRequiredService<Shelf>());
        TablesResource.Map(app);
        EnterprisesResource.Map(app);
        ExplanationResource.Map(app);
        PapersResource.Map(app);
        WhyNotResource.Map(app);
        HistoryResource.Map(app);
        SimulationResource.Map(app);
        StandingsResource.Map(app);
        EnterpriseList.Map(app);
        CountsResource.Map(app);
        ChangesResource.Map(app);
        DuesResource.Map(app);
        RecommendationsResource.Map(app);
        QuarantineResource.Map(app);
        DeadLettersResource.Map(app);
        RulesResource.Map(app);
        ProposalsResource.Map(app);
        BacktestsResource.Map(app);
        ShadowsResource.Map(app);
        RootResource.Map(app);
        SourcesResource.Map(app);
        WorkersResource.Map(app);
        RegisterResource.Map(app);
        SessionResource.Map(app);
        AuditResource.Map(app);
        WebhooksResource.Map(app);
        PlansResource.Map(app);
        EffectResource.Map(app);
        InspectorsResource.Map(app);
        DrawsResource.Map(app);
        HealthResource.Map(app);
        MetricsResource.Map(app);
    }

    /// <summary>Whether the way up to a proxy on this machine is encrypted is what that one says.</summary>
    private static readonly ForwardedHeadersOptions OverTls = new()
    {
        ForwardedHeaders = ForwardedHeaders.XForwardedProto,
    };

    /// <summary>The server itself sends no body to who asked with HEAD.</summary>
    private static Task HeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}

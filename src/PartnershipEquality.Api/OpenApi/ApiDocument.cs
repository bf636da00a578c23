using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.XPath;
using Microsoft.OpenApi;

namespace PartnershipEquality.Api.OpenApi;

/// <summary>The API's manual, made from the code: the document at <c>/openapi/v1.json</c> and its page at <c>/docs</c>.</summary>
public static partial class ApiDocument
{
    private const string Introduction = """
        Equality action plans that several councils carry out together: plans, each authority's part of them, progress, reminders and the board's figures.

        Every request under /v1 presents an API key, which also says whose answers it gets. Lists are answered in pages: give nextCursor as cursor for the next one. A single resource has an ETag; send it as If-Match when you change it. What is refused is answered as application/problem+json with a stable code. A portal may name the officer it acts for in On-Behalf-Of: it is kept beside the change as an assertion.

        Give each POST an Idempotency-Key of its own (a UUID), and send the same again when no answer came: it is done once, and answered as it was the first time. RateLimit on each answer says how much may still be asked; beyond it comes 429, and Retry-After says how long to wait. Lists are walked in the order that their description names: in the order of ids, nothing that is there throughout is left out or comes twice; where the order can change meanwhile, what changed may. HEAD and OPTIONS are answered on every path. X-Request-Id and traceparent are taken up and answered.

        What is added comes without notice, so a client passes over what it does not know; what goes is deprecated for twelve months first. What changed, and when, is at [/v1/changelog](/v1/changelog).
        """;

    /// <param name="services">What the document is added to.</param>
    /// <param name="sentEvent">The contract of what webhooks are sent.</param>
    public static void AddOpenApi(IServiceCollection services, Type sentEvent)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "PartnershipEquality",
                Version = "v1",
                Description = Introduction.ReplaceLineEndings("\n"),
                Contact = new OpenApiContact { Name = "Whoever runs this installation" },
                License = new OpenApiLicense
                {
                    Name = "Open Government Licence v3.0",
                    Url = new Uri("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")
                },
            });
            o.AddServer(new OpenApiServer { Url = "/", Description = "Where this document came from." });
            o.AddSecurityDefinition(Conventions.Scheme, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "pe_live_<id>_<secret>",
                Description =
                    "An API key of one organisation. Addresses that hold a token (calendars, the links in messages) take that in its place.",
            });
            o.SupportNonNullableReferenceTypes();
            o.UseAllOfToExtendReferenceSchemas();
            o.DescribeAllParametersInCamelCase();
            o.OperationFilter<Conventions>();
            o.OperationFilter<Permissions>();
            o.OperationFilter<FileResponses>();
            o.OperationFilter<ProblemResponses>();
            o.OperationFilter<CommonHeaders>();
            o.DocumentFilter<Contracts>();
            o.DocumentFilter<WebhookEvents>(sentEvent);
            o.DocumentFilter<Tags>();
            o.DocumentFilter<CommonHeaders>();
            foreach (var documented in new[] { typeof(ApiDocument).Assembly, typeof(Domain.Refusal).Assembly,
                typeof(Data.Tenancy.WorkKind).Assembly, typeof(Documents.Plans.Proposal.UnderstoodPlan).Assembly })
            {
                o.IncludeXmlComments(() => Words($"{documented.GetName().Name}.xml"));
            }
        });
    }

    /// <summary>What the compiler wrote down of our comments. Where a line of the source ends is nothing to readers of the document.</summary>
    private static XPathDocument Words(string file)
    {
        var comments = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
        using var reader = XmlReader.Create(new StringReader(LineEnd().Replace(comments, " ")));
        return new XPathDocument(reader);
    }

    [GeneratedRegex(@"(?<=[^\s>])[ \t]*\r?\n\s*(?=[^\s<])")]
    private static partial Regex LineEnd();

    public static void Use(WebApplication app)
    {
        app.UseSwagger(o =>
        {
            o.RouteTemplate = "openapi/{documentName}.json";
            // Not 3.1: several client generators still read it only in part, and say nothing of what they drop.
            o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        });
        app.UseSwaggerUI(o =>
        {
            o.RoutePrefix = "docs";
            o.SwaggerEndpoint("/openapi/v1.json", "PartnershipEquality v1");
            o.DocumentTitle = "PartnershipEquality: the manual";
        });
    }
}

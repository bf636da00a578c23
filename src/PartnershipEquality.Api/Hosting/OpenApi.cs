using Microsoft.OpenApi;

namespace PartnershipEquality.Api.Hosting;

/// <summary>The API's manual, made from the code: the document at <c>/openapi/v1.json</c> and its page at <c>/docs</c>.</summary>
public static class OpenApi
{
    public static void AddOpenApi(IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc("v1", new OpenApiInfo { Title = "PartnershipEquality", Version = "v1" });
            o.SupportNonNullableReferenceTypes();
            o.DescribeAllParametersInCamelCase();
            foreach (var documented in new[] { typeof(OpenApi).Assembly, typeof(Domain.Refusal).Assembly })
            {
                o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, $"{documented.GetName().Name}.xml"));
            }
        });
    }

    public static void Use(WebApplication app)
    {
        app.UseSwagger(o => o.RouteTemplate = "openapi/{documentName}.json");
        app.UseSwaggerUI(o =>
        {
            o.RoutePrefix = "docs";
            o.SwaggerEndpoint("/openapi/v1.json", "PartnershipEquality v1");
        });
    }
}

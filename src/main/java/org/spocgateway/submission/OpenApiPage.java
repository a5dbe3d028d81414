package org.spocgateway.submission;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API that programs and people read. */
@RestController
class OpenApiPage {
    @GetMapping({"/api/v1", "/api/v1/openapi.yaml"})
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml;charset=UTF-8"))
                .header("Content-Disposition", "inline; filename=openapi.yaml")
                .body(new ClassPathResource("api/openapi.yaml"));
    }
}
